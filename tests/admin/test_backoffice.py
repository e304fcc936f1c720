"""The back office: every model, searched, counted, imported and exported."""

import io
from datetime import time

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings import spreadsheets
from meetings.admin.base import TrackedModelAdmin
from meetings.models import (
    AgendaItem,
    Appointment,
    Attendee,
    Delegation,
    ExportLog,
    Government,
    Meeting,
    Person,
    Session,
)
from tests.factories import (
    MAKERS,
    make_country,
    make_delegation,
    make_export_log,
    make_government,
    make_item,
    make_meeting,
    make_person,
    make_session,
)

pytestmark = pytest.mark.django_db

MODELS = [
    m for m, a in admin.site._registry.items() if isinstance(a, TrackedModelAdmin)
]

# Session, user, roles, two counts and the rows; then choices of filters, and what
# the title of a meeting is made of.
QUERIES = {
    "agendaitem": 7,
    "alias": 6,
    "appointment": 7,
    "attendee": 7,
    "citation": 8,
    "country": 6,
    "decision": 8,
    "delegation": 8,
    "figure": 9,
    "glossaryterm": 6,
    "government": 7,
    "governmentname": 7,
    "itemminutes": 6,
    "meeting": 9,
    "meetinghost": 8,
    "organization": 7,
    "organizationname": 6,
    "person": 7,
    "presenter": 6,
    "series": 6,
    "serieshost": 7,
    "seriesmembership": 8,
    "seriesname": 7,
    "session": 8,
    "source": 6,
    "statement": 7,
}


def page(model, name, *args):
    return reverse(f"admin:meetings_{model._meta.model_name}_{name}", args=args)


def upload(client, model, *rows, data=None):
    """Upload rows of a plain sheet, as XLSX; the page that answers."""
    if data is None:
        file = io.BytesIO()
        header, *rows = rows
        spreadsheets.write_streamed_xlsx(
            file, "Sheet1", [spreadsheets.Column(h) for h in header], rows
        )
        data = file.getvalue()
    file = SimpleUploadedFile("list.xlsx", data)
    form = {"import_file": file, "format": "0", "resource": "0"}
    return client.post(page(model, "import"), form)


def confirm(client, model, preview):
    form = preview.context["confirm_form"].initial | {"resource": "0"}
    return client.post(page(model, "process_import"), form, follow=True)


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def test_every_model_is_registered():
    assert set(MODELS) == set(MAKERS)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_list_costs_a_constant_number_of_queries(
    editor_client, django_assert_num_queries, model, rows
):
    for _ in range(rows):
        MAKERS[model]()
    editor_client.get(reverse("admin:index"))  # content types are looked up once

    with django_assert_num_queries(QUERIES[model._meta.model_name]):
        response = editor_client.get(page(model, "changelist"))

    assert response.context["cl"].result_count >= rows


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_page_of_a_model_opens(editor_client, model):
    row = MAKERS[model]()
    row.save()

    for address in (
        page(model, "changelist") + "?q=nothing",
        page(model, "add"),
        page(model, "change", row.pk),
        page(model, "history", row.pk),
        page(model, "simple_history", row.pk, row.history.first().pk),
        page(model, "import"),
        page(model, "export"),
    ):
        assert editor_client.get(address).status_code == 200, address


@pytest.mark.parametrize("text", ["강원도", "江原道", "Gangwon", "KR-42"])
def test_governments_are_found_in_all_languages_and_by_former_names(
    editor_client, text
):
    gangwon = make_government(
        "KR-42", name_en="Gangwon State", name_ja="江原特別自治道"
    )
    for language, name in (("ko", "강원도"), ("ja", "江原道")):
        gangwon.names.create(language=language, name=name, kind="former")
    make_government()

    response = editor_client.get(page(Government, "changelist"), {"q": text})

    assert list(response.context["cl"].result_list) == [gangwon]


def test_every_word_of_a_search_counts(editor_client):
    meeting = make_meeting(slug="tlgec-27")
    gumi = make_government("KR-47-gumi", name_en="Gumi", level="province")
    found = make_delegation(meeting, government=gumi)
    make_delegation(meeting)
    make_delegation(government=gumi)

    address = reverse("admin:autocomplete")
    term = {"app_label": "meetings", "model_name": "attendee"}
    term |= {"field_name": "delegation", "term": "gumi tlgec-27"}
    response = editor_client.get(address, term)

    assert [row["id"] for row in response.json()["results"]] == [str(found.pk)]


def test_governments_are_chosen_by_any_name_the_closest_first(editor_client):
    tottori = make_government("JP-31", name_ja="鳥取県", name_en="Tottori")
    city = {"level": "municipality", "kind": "city", "parent": tottori}
    make_government("JP-31-a", name_en="Tottori City", **city)
    make_government("JP-13")

    term = {"app_label": "meetings", "model_name": "delegation"}
    term |= {"field_name": "government", "term": "Tottori"}
    response = editor_client.get(reverse("admin:autocomplete"), term)

    assert [row["text"] for row in response.json()["results"]] == [
        "Tottori · Province · JP-31",
        "Tottori City (Tottori) · City · JP-31-a",
    ]


def test_no_page_of_the_back_office_has_a_list_of_all_governments(manager_client):
    government = make_government(name_en="Nowhere to be seen")
    rows = [make() for make in MAKERS.values()]

    for row in rows:
        name = row._meta.model_name
        pages = [f"admin:meetings_{name}_add", f"admin:meetings_{name}_changelist"]
        addresses = [reverse(page) for page in pages]
        addresses.append(reverse(f"admin:meetings_{name}_change", args=[row.pk]))
        if name == "government":
            addresses.pop(1)  # the list of them
        for address in addresses:
            page = manager_client.get(address).content.decode()
            assert f">{government}<" not in page, address


def test_a_plain_sheet_is_previewed_then_imported(editor_client, editor):
    make_country("KR")
    preview = upload(
        editor_client,
        Government,
        ["code", "country", "level", "kind", "name_ko"],
        ["KR-47", "KR", "province", "province", "경상북도"],
    )
    assert not Government.objects.exists()

    done = confirm(editor_client, Government, preview)

    assert messages_of(done) == [
        "Import finished: 1 new, 0 updated, 0 deleted and 0 skipped governments."
    ]
    assert Government.objects.get().history.get().history_user == editor


def test_all_faults_of_a_sheet_are_shown_at_once_and_nothing_is_imported(editor_client):
    make_country("KR")

    preview = upload(
        editor_client,
        Government,
        ["code", "country", "level", "kind", "name_ko"],
        ["KR-47", "KR", "province", "province", "경상북도"],
        ["XX-1", "XX", "province", "province", "없는도"],
        ["KR-48", "KR", "province", "province", None],
    )

    page = preview.content.decode()
    assert "There is no country “XX”." in page
    assert "A name in one language at least is needed." in page
    assert "confirm_form" not in preview.context
    assert not Government.objects.exists()


def test_what_came_in_the_way_since_the_preview_stops_the_import(editor_client):
    make_government("KR-47")
    people = [make_person(key=key) for key in ("p-1", "p-2")]
    preview = upload(
        editor_client,
        Appointment,
        ["person", "government", "organization", "title_en", "valid_from"],
        ["p-1", "KR-47", "", "Governor", ""],
        ["p-2", "KR-47", "", "Vice governor", ""],
    )
    people[1].delete()

    done = confirm(editor_client, Appointment, preview)

    assert messages_of(done) == ["Nothing was imported."]
    assert "There is no person “p-2”." in done.content.decode()
    assert not Appointment.objects.exists()


def test_an_upload_that_is_gone_is_asked_for_again(editor_client):
    form = {"import_file_name": "x", "original_file_name": "x", "format": "0"}

    done = editor_client.post(page(Person, "process_import"), form, follow=True)

    assert messages_of(done) == ["The upload is gone; choose the file again."]
    assert done.redirect_chain == [(page(Person, "import"), 302)]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "This is no spreadsheet that can be read;"),
        (b"PK\x03\x04 broken", "The file is damaged;"),
        (b"\x81\x81\x81", "The text cannot be read;"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(editor_client, data, sentence):
    response = upload(editor_client, Person, data=data)

    assert sentence in response.content.decode()


@pytest.mark.parametrize(
    "row",
    [
        ["p-1", "x" * 300, "1e400"],
        ["", "", ""],
        ["../../etc", "<script>", "=1+1"],
        ["p-1", "\u202e", "nan"],
    ],
)
def test_no_sheet_breaks_the_import(editor_client, row):
    response = upload(
        editor_client, Person, ["key", "native_name", "is_public"], row, row
    )

    assert response.status_code == 200
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("number", "suffix"), [("0", "xlsx"), ("1", "csv"), ("2", "ods")]
)
def test_an_export_has_the_natural_keys(editor_client, number, suffix):
    make_meeting(slug="tlgec-27", date="2026")

    form = {"format": number, "resource": "0"}
    response = editor_client.post(page(Meeting, "export"), form)

    header, row = spreadsheets.read(response.content).sheets[0].rows
    exported = dict(zip(header, row, strict=True))
    assert response["Content-Disposition"].endswith(f'.{suffix}"')
    assert (exported["slug"], exported["date"]) == ("tlgec-27", "2026")
    assert not {"id", "version", "earliest", "submission"} & set(header)


def test_an_edit_over_a_newer_version_shows_both_and_loses_neither(editor_client):
    person = make_person(key="p-1", native_name="김견본", reading="", note_en="")
    address = page(Person, "change", person.pk)
    form = form_of(editor_client, address)
    theirs = Person.objects.get()
    theirs.native_name, theirs.reading = "이견본", "reading of theirs"
    theirs.save()

    form |= {"native_name": "박견본", "note_en": "a note of mine"}
    conflict = editor_client.post(address, form)

    shown = conflict.context["adminform"].form
    assert "Meanwhile it was changed to “이견본”." in conflict.content.decode()
    assert Person.objects.get().native_name == "이견본"
    assert [shown[name].value() for name in ("native_name", "reading", "note_en")] == [
        "박견본",
        "reading of theirs",
        "a note of mine",
    ]

    editor_client.post(address, form | filled(shown))

    saved = Person.objects.get()
    assert (saved.native_name, saved.reading, saved.note) == (
        "박견본",
        "reading of theirs",
        "a note of mine",
    )


def form_of(client, address):
    """What a browser would send of an admin form and its inlines, unchanged."""
    context = client.get(address).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    return {name: value for form in forms for name, value in filled(form).items()}


def filled(form):
    """What a browser would send of a form as it is shown."""
    values = ((field.html_name, field.value()) for field in form)
    return {
        name: value
        for name, value in values
        if value is not None and value is not False
    }


def test_a_row_can_be_put_back_to_an_earlier_version(editor_client):
    person = make_person(native_name="김견본")
    person.native_name = "김표본"
    person.save()
    first = person.history.earliest()
    address = page(Person, "simple_history", person.pk, first.pk)
    shown = editor_client.get(address).context["adminform"].form

    editor_client.post(address, filled(shown))

    assert Person.objects.get().native_name == "김견본"
    assert Person.objects.get().version == 3


def test_a_reason_is_kept_in_the_history(editor_client):
    person = make_person()
    address = page(Person, "change", person.pk)
    form = form_of(editor_client, address) | {
        "native_name": "박견본",
        "change_reason": "Misspelt",
    }

    editor_client.post(address, form)

    assert person.history.latest().history_change_reason == "Misspelt"


def test_an_export_is_logged(editor_client, editor):
    make_meeting(slug="tlgec-27")

    editor_client.post(page(Meeting, "export"), {"format": "1", "resource": "0"})

    log = ExportLog.objects.get()
    assert (log.made_by, log.what, log.about, log.suffix) == (
        editor,
        "backoffice",
        "meeting",
        "csv",
    )
    assert (log.row_count, log.is_sensitive) == (1, False)


@pytest.mark.parametrize(("number", "suffix"), [(0, "xlsx"), (2, "ods")])
def test_times_of_day_are_exported_as_times(editor_client, number, suffix):
    make_session(start=time(9, 30))
    form = {"format": str(number), "resource": "0"}

    response = editor_client.post(page(Session, "export"), form)

    header, row = spreadsheets.read(response.content).sheets[0].rows
    assert dict(zip(header, row, strict=True))["start"] == time(9, 30)


@pytest.mark.parametrize("model", [Person, Delegation, Attendee])
def test_personal_data_is_exported_for_a_reason_only(editor_client, model):
    MAKERS[model]()
    form = {"format": "1", "resource": "0"}

    refused = editor_client.post(page(model, "export"), form)
    response = editor_client.post(page(model, "export"), form | {"reason": "Visas"})

    assert refused.context["form"].errors == {"reason": ["This field is required."]}
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert ExportLog.objects.get().reason == "Visas"


def test_managers_read_the_log_of_exports(manager_client):
    make_export_log(reason="Visas", is_sensitive=True)

    shown = manager_client.get(page(ExportLog, "changelist")).content.decode()

    assert "Visas" in shown


def test_the_history_of_a_deleted_row_opens_and_brings_nothing_back(manager_client):
    item = make_item()
    pk = item.pk
    item.delete()
    past = AgendaItem.history.filter(id=pk).latest()
    page = f"/admin/meetings/agendaitem/{pk}/history/{past.history_id}/"

    opened = manager_client.get(page)
    data = opened.context["adminform"].form.initial | {"_save": "Save"}
    sent = manager_client.post(page, {k: v for k, v in data.items() if v is not None})

    assert opened.status_code == 200
    assert sent.status_code < 500
    assert not AgendaItem.objects.filter(pk=pk).exists()


# Names by rule


def make_unconfirmed(code, *languages):
    origins = {f"name_{language}": "rule" for language in languages}
    return make_government(code, name_ko=code, name_zh=code, origins=origins)


def test_names_by_rule_are_found_and_confirmed_for_those_chosen(editor_client, editor):
    chosen, other = make_unconfirmed("KR-1", "en", "zh"), make_unconfirmed("KR-2", "zh")
    make_government("KR-3")
    listed = editor_client.get(page(Government, "changelist"), {"by_rule": "zh"})
    assert list(listed.context["cl"].result_list) == [chosen, other]

    done = editor_client.post(
        page(Government, "changelist"),
        {"action": "confirm_zh", "_selected_action": [chosen.pk]},
        follow=True,
    )

    assert messages_of(done) == ["1 name is confirmed."]
    for government, languages in ((chosen, ["en"]), (other, ["zh"])):
        government.refresh_from_db()
        assert government.unconfirmed_languages == languages
    last = chosen.history.latest()
    assert (last.history_user, last.history_change_reason) == (
        editor,
        "Name confirmed (zh)",
    )


def test_a_government_that_ends_and_succeeds_itself_gets_sentences(editor_client):
    government = make_government("KR-1")
    address = page(Government, "change", government.pk)
    form = form_of(editor_client, address)

    itself = editor_client.post(address, form | {"successor": government.pk})
    nobody = editor_client.post(address, form | {"valid_to": "2026"})

    assert "A government does not succeed itself." in itself.content.decode()
    assert "A government that ended has a successor" in nobody.content.decode()
