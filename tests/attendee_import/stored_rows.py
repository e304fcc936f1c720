"""All that is stored, to be compared before and after."""

from django.apps import apps

# An undo writes a version of its own.
NOT_COMPARED = {"version"}


def stored_rows():
    """All rows of all models, but for their versions."""
    models = apps.get_app_config("meetings").get_models()
    return {
        model.__name__: [
            {k: v for k, v in row.items() if k not in NOT_COMPARED}
            for row in model.objects.order_by("pk").values()
        ]
        for model in models
        if hasattr(model, "key_fields")
    }
