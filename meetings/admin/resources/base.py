"""The import-export resource of each model: natural keys in, model rules applied."""

from functools import cache, partial

from django.utils.translation import gettext as _
from import_export.resources import ModelResource, modelresource_factory

from meetings.admin.resources.widgets import (
    KeysWidget,
    KeyWidget,
    TextWidget,
    WholeNumberWidget,
)

TEXT_FIELDS = ("CharField", "TextField", "SlugField", "EmailField", "URLField")
# Headings that files of earlier releases have, where a field has another name since.
HEADINGS = {"duration": "minutes"}
# Texts of earlier releases that were in one language.
ONCE_IN_ONE_LANGUAGE = ("note", "place", "venue", "livestream", "room")
NUMBER_FIELDS = ("PositiveIntegerField", "PositiveSmallIntegerField", "IntegerField")


class KeyedResource(ModelResource):
    """Rows named by their natural key, each held to the rules of its model."""

    WIDGETS_MAP = (
        ModelResource.WIDGETS_MAP
        | dict.fromkeys(TEXT_FIELDS, TextWidget)
        | dict.fromkeys(NUMBER_FIELDS, WholeNumberWidget)
    )

    @classmethod
    def get_fk_widget(cls, field):
        return partial(KeyWidget, model=field.related_model)

    @classmethod
    def get_m2m_widget(cls, field):
        return partial(KeysWidget, model=field.related_model)

    @classmethod
    def field_from_django_field(cls, field_name, django_field, readonly):
        field = super().field_from_django_field(field_name, django_field, readonly)
        field.column_name = HEADINGS.get(field_name, field_name)
        return field

    def before_import(self, dataset, **kwargs):
        """Refuse a column that no field is for, rather than lose what it holds."""
        self.seen_keys = set()
        names = {field.column_name for field in self.get_import_fields()}
        # A column that is there already is not taken for another: one would be lost.
        lacking = names - set(dataset.headers)
        dataset.headers = [heading_of_today(each, lacking) for each in dataset.headers]
        if unknown := [name for name in dataset.headers if name not in names]:
            raise ValueError(
                _("There is no column “%(column)s”; the columns are: %(known)s.")
                % {"column": unknown[0], "known": ", ".join(sorted(names))}
            )

    def before_import_row(self, row, **kwargs):
        # Two rows of one key would overwrite each other, and only the last would stay.
        key = tuple(str(row.get(name)) for name in self.get_import_id_fields())
        if key in self.seen_keys:
            raise ValueError(_("The same key stands in an earlier row of this file."))
        self.seen_keys.add(key)

    def filter_export(self, queryset, **kwargs):
        """Load the rows that natural keys are made of, at once for all rows."""
        many = [f.name for f in queryset.model._meta.many_to_many]
        paths = list(key_paths(queryset.model, self.fields))
        if paths:
            queryset = queryset.select_related(*paths)
        return queryset.prefetch_related(*many)


def heading_of_today(heading, lacking):
    """Return what a heading of an earlier release is called today, if that is lacking.

    What was in one language is in English since.
    """
    is_earlier = heading in ONCE_IN_ONE_LANGUAGE and f"{heading}_en" in lacking
    return f"{heading}_en" if is_earlier else heading


def key_paths(model, names, prefix=""):
    """Yield the relations to follow for the natural keys of the fields `names`."""
    for field in (f for f in model._meta.fields if f.name in names and f.is_relation):
        path = f"{prefix}{field.name}"
        yield path
        target = field.related_model
        yield from key_paths(target, target.key_fields, f"{path}__")


@cache
def resource_for(model):
    """Return the resource of a model: all fields but ids, versions and derived ones."""
    # Ids and versions mean nothing elsewhere, and derived columns are computed again.
    # Parts of the key stay: rows are found by them.
    hidden = {"id", "version", "submission", *model.derived} - set(model.key_fields)
    columns = [*model._meta.fields, *model._meta.many_to_many]
    options = {
        "fields": [column.name for column in columns if column.name not in hidden],
        "import_id_fields": list(model.key_fields),
        "use_natural_foreign_keys": True,
        # Without it `clean()` and validators are passed over.
        "clean_model_instances": True,
        "skip_unchanged": True,
        # The page of the preview says how many rows stay as they are.
        "report_skipped": True,
        "use_transactions": True,
    }
    return modelresource_factory(model, KeyedResource, options)
