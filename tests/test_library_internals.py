"""What we rely on in libraries beyond their documentation.

Each test says in one line what for. Where one fails after an upgrade, what it names has
to be looked at before anything else is.
"""

import datetime as dt
import inspect

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.urls import urlpatterns as allauth_urls
from crispy_forms.layout import Layout
from django.contrib.admin import ModelAdmin
from django.db.models import Manager, ManyToManyField
from django.forms import ModelForm, modelform_factory
from django.utils.log import AdminEmailHandler
from import_export.admin import ImportExportMixin
from import_export.formats.base_formats import Format
from import_export.resources import ModelResource, Resource
from import_export.tmp_storages import CacheStorage
from simple_history.admin import SimpleHistoryAdmin

from meetings.models import Country, Government, Source
from secretariat.urls import KEPT
from tests.factories import make_country, make_government, make_source

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 10, 21, 12, tzinfo=dt.UTC)


# Django


def test_a_raw_delete_is_one_statement(django_assert_num_queries):
    """TrackedBulkWriter.delete: nothing related is looked for, unlike in `delete()`."""
    rows = Country.objects.filter(pk=make_country().pk)

    with django_assert_num_queries(1):
        rows._raw_delete(rows.db)

    assert not rows.exists()


def test_an_instance_that_is_not_being_added_is_updated():
    """RecordLoader and Tracked.save: `_state.adding` tells an insert from an update."""
    country = make_country("KR", name_en="Korea")
    fresh = Country(pk=country.pk, code="KR", name_en="South Korea")
    was_adding, fresh._state.adding = fresh._state.adding, False

    fresh.save()

    assert (was_adding, country._state.adding) == (True, False)
    assert Country.objects.get().name_en == "South Korea"


def test_the_base_manager_filters_nothing():
    """Tracked.save and VersionedForm: the row of an instance is always found by it."""
    assert type(Country._base_manager) is Manager


def test_a_form_excludes_from_validation_what_it_has_no_field_for():
    """AttendeeForm: `_get_validation_exclusions` is asked, and returns a set."""
    form = modelform_factory(Country, fields=["code"])({"code": "KR"})
    form.is_valid()

    assert {"name_en", "version"} <= form._get_validation_exclusions()
    assert "_get_validation_exclusions" in inspect.getsource(ModelForm._post_clean)


def test_a_relation_names_the_columns_of_its_table():
    """TrackedBulkWriter and the record: they write rows of many-to-many tables."""
    sources = Government._meta.get_field("sources")
    through = sources.remote_field.through

    assert isinstance(sources, ManyToManyField)
    assert sources.m2m_field_name() == "government"
    assert sources.m2m_reverse_field_name() == "source"
    assert {"government_id", "source_id"} <= {
        field.attname for field in through._meta.fields
    }


def test_a_query_says_what_it_is_ordered_by():
    """of_series: rows of a series are ordered by edition, then as in a meeting."""
    assert Country.objects.order_by("-code").query.order_by == ("-code",)


def test_a_model_form_knows_its_model():
    """SingleSubmissionForm: an earlier submission is looked for among its rows."""
    assert modelform_factory(Country, fields=["code"])()._meta.model is Country


# simple-history


@pytest.mark.parametrize(("update", "history_type"), [(False, "+"), (True, "~")])
def test_history_is_written_in_bulk_with_who_when_and_why(
    manager, update, history_type
):
    """TrackedBulkWriter: the arguments, and that the rows come back with their ids."""
    country = make_country()
    Country.history.all().delete()

    [row] = Country.history.bulk_history_create(
        [country],
        update=update,
        default_user=manager,
        default_change_reason="Imported",
        default_date=NOON,
    )

    assert row == Country.history.get()
    assert (row.history_type, row.history_user) == (history_type, manager)
    assert (row.history_change_reason, row.history_date) == ("Imported", NOON)


def test_the_reason_of_a_change_is_taken_from_the_instance():
    """VersionedForm, `decline`, `set_status`: the reason is set before saving."""
    country = make_country()
    country._change_reason = "Misspelt"

    country.save()

    assert Country.history.latest().history_change_reason == "Misspelt"


def test_an_instance_from_history_knows_its_row():
    """VersionedForm: a row to revert to is told from the row as it is now."""
    make_country()
    row = Country.history.latest()

    assert row.instance._history == row
    assert not hasattr(Country.objects.get(), "_history")


def test_sources_are_kept_in_history():
    """Sourced and the record: `_history_m2m_fields`, and the table that it makes."""
    government = make_government()
    government.sources.set([make_source()])

    [link] = Government.history.latest().sources.all()

    assert link.source == Source.objects.get()
    columns = {field.attname for field in type(link)._meta.fields}
    assert {"history_id", "id", "government_id", "source_id"} <= columns


# import-export


def test_an_import_can_be_rolled_back_when_a_row_is_refused():
    """TrackedModelAdmin.process_import: all rows of a file are imported, or none."""
    parameters = inspect.signature(Resource.import_data).parameters

    assert "rollback_on_validation_errors" in parameters


def test_an_upload_is_found_again_by_its_name():
    """TrackedModelAdmin.process_import: the upload waits in the cache between pages."""
    upload = CacheStorage()
    upload.save(b"code,name_en")

    assert CacheStorage(name=upload.name).read() == b"code,name_en"
    upload.remove()
    assert CacheStorage(name=upload.name).read() is None


def test_the_form_of_an_export_reaches_what_is_logged():
    """TrackedModelAdmin.get_export_data: the reason comes as `export_form`."""
    source = inspect.getsource(ImportExportMixin._do_file_export)

    assert "export_form=export_form" in source


# Hooks that we override: one that is renamed would no longer be called.

OVERRIDDEN = {
    ImportExportMixin: (
        "add_data_read_fail_error_to_form",
        "create_confirm_form",
        "export_formats",
        "get_data_for_export",
        "get_export_data",
        "get_export_form_class",
        "get_import_resource_classes",
        "get_model_info",
        "get_resource_classes",
        "get_tmp_storage_class",
        "import_action",
        "import_form_class",
        "import_formats",
        "import_template_name",
        "process_dataset",
        "process_import",
        "process_result",
    ),
    ModelResource: (
        "WIDGETS_MAP",
        "before_import",
        "before_import_row",
        "field_from_django_field",
        "filter_export",
        "get_fk_widget",
        "get_m2m_widget",
    ),
    Format: ("can_export", "can_import", "create_dataset", "export_data"),
    SimpleHistoryAdmin: ("object_history_list_template",),
    ModelAdmin: ("get_autocomplete_fields", "get_search_results"),
    AdminEmailHandler: ("emit",),
    AuthenticationBackend: ("get_group_permissions", "get_user_permissions"),
    DefaultAccountAdapter: ("is_open_for_signup",),
}


@pytest.mark.parametrize("base", OVERRIDDEN, ids=lambda base: base.__name__)
def test_what_we_override_is_there(base):
    assert [name for name in OVERRIDDEN[base] if not hasattr(base, name)] == []


# allauth and crispy


def test_the_pages_of_allauth_that_are_kept_are_there():
    """secretariat.urls: a page that is renamed would silently be gone."""
    assert {page.name for page in allauth_urls} >= KEPT


def test_the_last_part_of_a_layout_can_be_taken_off():
    """part_of_a_form: the buttons are taken off again."""
    layout = Layout("name", "buttons")

    assert (layout.pop(), [*layout]) == ("buttons", ["name"])
