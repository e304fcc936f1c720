"""All that is stored, to be compared before and after."""

from django.apps import apps

# An undo writes a version of its own.
NOT_COMPARED = {"version"}


def stored_rows():
    """All rows of all nouns, but for their versions."""
    nouns = apps.get_app_config("meetings").get_models()
    return {
        noun.__name__: [
            {k: v for k, v in row.items() if k not in NOT_COMPARED}
            for row in noun.objects.order_by("pk").values()
        ]
        for noun in nouns
        if hasattr(noun, "key_fields")
    }
