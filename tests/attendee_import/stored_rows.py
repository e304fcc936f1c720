"""What the tables hold, to be compared."""

from django.apps import apps

# What an undo cannot take back: that something was done.
TALLIES = {"version"}


def tables():
    """All rows of all nouns, but for their versions."""
    nouns = apps.get_app_config("meetings").get_models()
    return {
        noun.__name__: [
            {k: v for k, v in row.items() if k not in TALLIES}
            for row in noun.objects.order_by("pk").values()
        ]
        for noun in nouns
        if hasattr(noun, "key_fields")
    }
