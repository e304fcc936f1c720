"""Exports from the desk: who gets which columns, in which order, and what is logged."""

import pytest
from django.urls import reverse

from meetings import spreadsheets
from meetings.exports import LISTINGS, delivery
from meetings.models import ExportFile, ExportLog, ExportProfile
from tests.conftest import client_of, make_user
from tests.factories import (
    make_appointment,
    make_attendee,
    make_citation,
    make_country,
    make_delegation,
    make_figure,
    make_government,
    make_item,
    make_meeting,
    make_person,
    make_series,
    make_session,
)
from tests.helpers import errors_of, messages_of

pytestmark = pytest.mark.django_db

ATTENDEES = "/meetings/tlgec-27/exports/attendees/"
SECRETS = ("Gyeon-bon", "secret@example.org", "+82-10", "no pork", "2026-10-20")


@pytest.fixture
def meeting():
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")


@pytest.fixture
def attendee(meeting):
    person = make_person(
        native_name="김견본",
        given_name="Gyeon-bon",
        email="secret@example.org",
        phone="+82-10-0000-0000",
    )
    gangwon = make_government("KR-42", name_en="Gangwon State", name_ja="江原道")
    return make_attendee(
        delegation=make_delegation(meeting, government=gangwon),
        person=person,
        reference="B111-1111",
        role="head",
        dietary="no pork",
        arrives_on="2026-10-20",
    )


def choice(columns="name", suffix="csv", **fields):
    """What the form sends: columns with blanks between, in the order of ticking."""
    keys = columns.split()
    data = {"sequence": ",".join(keys), "columns": keys, "sensitive": keys}
    data |= {"order": "protocol", "language": "en", "suffix": suffix.upper()}
    allowed = {key for key, column in columns_of("attendees") if not column}
    data["columns"] = [key for key in keys if key in allowed]
    data["sensitive"] = [key for key in keys if key not in allowed]
    return data | fields


def columns_of(key):
    """Each column's key, and whether it is sensitive."""
    return [(c.key, c.is_sensitive) for c in LISTINGS[key].columns]


def rows_of(response):
    return spreadsheets.read(response.getvalue()).sheets[0].rows


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_columns_come_as_they_were_ticked(viewer_client, attendee, suffix):
    response = viewer_client.post(ATTENDEES, choice("role name reference", suffix))

    assert rows_of(response) == [
        ["Role", "Name", "Reference"],
        ["Head of delegation", "김견본", "B111-1111"],
    ]
    name = f"tlgec-27-attendees.{suffix}"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'


def test_without_a_script_columns_keep_their_places(viewer_client, attendee):
    response = viewer_client.post(ATTENDEES, choice("role name", sequence=""))

    assert rows_of(response)[0] == ["Name", "Role"]


def test_names_and_labels_are_in_the_language_asked_for(viewer_client, attendee):
    response = viewer_client.post(ATTENDEES, choice("delegation role", language="ja"))

    assert rows_of(response) == [["代表団", "役割"], ["江原道", "団長"]]


def test_the_list_is_exported_as_it_is_filtered(viewer_client, attendee):
    make_attendee(delegation=attendee.delegation, role="staff")

    page = viewer_client.get(f"{ATTENDEES}?role=head").content.decode()
    response = viewer_client.post(f"{ATTENDEES}?role=head", choice("reference"))

    assert "as searched and filtered in the list" in page
    assert rows_of(response) == [["Reference"], ["B111-1111"]]


def test_the_list_is_exported_as_it_is_searched(viewer_client, attendee):
    other = make_person(native_name="박표본")
    make_attendee(delegation=attendee.delegation, person=other)
    viewer_client.post(reverse("attendee-search", args=["tlgec-27"]), {"q": "김견본"})

    response = viewer_client.post(ATTENDEES, choice("reference"))

    assert rows_of(response) == [["Reference"], ["B111-1111"]]


def test_a_viewer_is_not_offered_personal_data(viewer_client, attendee):
    page = viewer_client.get(ATTENDEES).content.decode()

    assert "Delegation" in page
    assert "Dietary need" not in page
    assert 'name="reason"' not in page


def test_a_viewer_gets_no_personal_data_by_asking(viewer_client, attendee):
    everything = " ".join(key for key, _is_sensitive in columns_of("attendees"))
    data = choice(everything, reason="Curiosity")

    response = viewer_client.post(ATTENDEES, data)

    text = response.getvalue().decode()
    assert "김견본" in text
    assert [secret for secret in SECRETS if secret in text] == []
    assert not ExportLog.objects.get().is_sensitive


@pytest.mark.parametrize("role", ["desk", "editor", "manager"])
def test_those_who_may_get_personal_data_for_a_reason(attendee, role):
    client = client_of(make_user(role))
    everything = " ".join(key for key, _is_sensitive in columns_of("attendees"))

    response = client.post(ATTENDEES, choice(everything, reason="Airport transfer"))

    text = response.getvalue().decode()
    assert [secret for secret in SECRETS if secret not in text] == []
    log = ExportLog.objects.get()
    assert (log.is_sensitive, log.reason) == (True, "Airport transfer")


def test_personal_data_without_a_reason_is_refused_in_the_form(desk_client, attendee):
    response = desk_client.post(ATTENDEES, choice("name phone"))

    assert errors_of(response) == {"Say what the personal data is needed for."}
    assert not ExportLog.objects.exists()


def test_no_column_is_refused_in_the_form(viewer_client, attendee):
    response = viewer_client.post(ATTENDEES, choice(""))

    assert errors_of(response) == {"Tick one column at least."}


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_an_export_is_logged_once(viewer_client, viewer, attendee, suffix):
    make_attendee(delegation=attendee.delegation)

    response = viewer_client.post(ATTENDEES, choice("name role", suffix))
    response.getvalue()

    log = ExportLog.objects.get()
    assert (log.made_by, log.what, log.about, log.suffix) == (
        viewer,
        "attendees",
        "tlgec-27",
        suffix,
    )
    assert (log.columns, log.languages, log.row_count) == (["name", "role"], "en", 2)


def test_looking_at_the_page_exports_nothing(viewer_client, attendee):
    viewer_client.get(ATTENDEES)

    assert not ExportLog.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        "/exports/attendees/",
        "/exports/nosuch/",
        "/meetings/tlgec-27/exports/governments/",
        "/meetings/nosuch/exports/attendees/",
        "/series/tlgec/exports/attendees/",
        "/series/nosuch/exports/archive/",
    ],
)
def test_a_list_that_there_is_not_is_absent(viewer_client, meeting, address):
    assert viewer_client.get(address).status_code == 404


@pytest.mark.parametrize("suffix", ["", "pdf", "exe"])
def test_a_format_that_there_is_not_is_absent(viewer_client, attendee, suffix):
    response = viewer_client.post(ATTENDEES, choice("name", suffix))

    assert response.status_code == 404


def test_attendees_are_sorted_as_asked(viewer_client, meeting):
    for name, role in (("나견본", "head"), ("가견본", "staff")):
        delegation = meeting.delegations.first() or make_delegation(meeting)
        person = make_person(native_name=name, country=make_country("KR"))
        make_attendee(delegation=delegation, person=person, role=role)

    def names(order):
        data = choice("name", order=order, language="ko")
        return [row[0] for row in rows_of(viewer_client.post(ATTENDEES, data))[1:]]

    assert names("protocol") == ["나견본", "가견본"]
    assert names("name") == ["가견본", "나견본"]


def test_attendees_are_in_protocol_order_where_none_is_asked_for(
    viewer_client, meeting
):
    delegation = make_delegation(meeting)
    for name, role in (("가견본", "staff"), ("나견본", "head")):
        person = make_person(native_name=name)
        make_attendee(delegation=delegation, person=person, role=role)

    response = viewer_client.post(ATTENDEES, choice("name", order=""))

    assert rows_of(response)[1:] == [["나견본"], ["가견본"]]


def test_a_list_at_hand_that_takes_long_waits_for_its_maker(
    viewer_client, meeting, monkeypatch
):
    make_delegation(meeting)
    monkeypatch.setattr(delivery, "CELLS_OF_A_BOOK", 0)
    monkeypatch.setattr(delivery, "run_in_background", lambda job: job())

    response = viewer_client.post(
        "/exports/governments/", choice("code", "xlsx", order="code")
    )

    assert response.url == ExportFile.objects.get().get_absolute_url()


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_workbook_that_takes_long_waits_for_its_maker(
    viewer_client, attendee, monkeypatch, suffix
):
    monkeypatch.setattr(delivery, "CELLS_OF_A_BOOK", 0)
    monkeypatch.setitem(delivery.CELLS_AT_ONCE, "ods", 0)
    monkeypatch.setattr(delivery, "run_in_background", lambda job: job())
    data = {"order": "protocol", "language": "en", "suffix": suffix}

    response = viewer_client.post("/meetings/tlgec-27/exports/workbook/", data)

    file = ExportFile.objects.get()
    assert response.url == file.get_absolute_url()
    assert (file.is_ready, file.done) == (True, file.total)
    assert ExportLog.objects.get().row_count == file.total
    assert len(spreadsheets.read(bytes(file.content)).sheets) == 5


# Profiles


def keep(client, name="For the hotel", **fields):
    data = choice("role name", name=name, **fields) | {"keep": "Keep"}
    return client.post(ATTENDEES, data, follow=True)


def test_a_choice_is_kept_as_a_profile(viewer_client, viewer, meeting):
    response = keep(viewer_client, order="name", language="ko")

    profile = ExportProfile.objects.get()
    assert messages_of(response) == ["Kept: For the hotel."]
    assert (profile.owner, profile.listing) == (viewer, "attendees")
    assert (profile.columns, profile.order, profile.language) == (
        ["role", "name"],
        "name",
        "ko",
    )
    assert response.context["form"].initial["sequence"] == "role,name"
    assert not ExportLog.objects.exists()


@pytest.mark.parametrize("pk", ["", "x", "²", "0", "9" * 30, "9" * 5000])
def test_a_profile_that_there_is_not_is_passed_over(viewer_client, meeting, pk):
    keep(viewer_client)

    response = viewer_client.get(ATTENDEES, {"profile": pk})

    assert response.context["profile"] is None


def test_the_same_name_renews_a_profile(viewer_client, meeting):
    keep(viewer_client)
    keep(viewer_client, is_shared="on")

    assert ExportProfile.objects.get().is_shared


def test_a_profile_needs_a_name(viewer_client, meeting):
    assert errors_of(keep(viewer_client, name="")) == {"Give the profile a name."}


def test_a_profile_of_personal_data_needs_no_reason_yet(desk_client, meeting):
    desk_client.post(ATTENDEES, choice("phone", name="Phones") | {"keep": "Keep"})

    assert ExportProfile.objects.get().columns == ["phone"]


@pytest.mark.parametrize("is_shared", [True, False])
def test_a_profile_is_seen_by_others_only_if_shared(
    viewer_client, desk, meeting, is_shared
):
    profile = ExportProfile.objects.create(
        owner=desk,
        listing="attendees",
        name="For the hotel",
        columns=["role"],
        language="en",
        is_shared=is_shared,
    )

    page = viewer_client.get(f"{ATTENDEES}?profile={profile.pk}")

    assert ("For the hotel" in page.content.decode()) == is_shared
    assert (page.context["form"].initial["sequence"] == "role") == is_shared


def test_a_shared_profile_leaves_out_what_is_not_for_the_reader(
    viewer_client, desk, meeting
):
    profile = ExportProfile.objects.create(
        owner=desk,
        listing="attendees",
        name="Phones",
        columns=["name", "phone"],
        language="en",
        is_shared=True,
    )

    page = viewer_client.get(f"{ATTENDEES}?profile={profile.pk}")

    assert page.context["form"].initial["sequence"] == "name"
    assert messages_of(page) == [
        "Columns with personal data were left out of this profile."
    ]


def test_one_forgets_ones_own_profiles_only(viewer_client, desk_client, meeting):
    keep(desk_client, is_shared="on")
    address = reverse("export-profile-delete", args=[ExportProfile.objects.get().pk])

    assert viewer_client.post(address).status_code == 404
    assert ExportProfile.objects.exists()
    desk_client.post(address)
    assert not ExportProfile.objects.exists()


# Every list, to every role


@pytest.mark.parametrize("role", ["viewer", "desk", "editor", "manager"])
@pytest.mark.parametrize("key", LISTINGS)
def test_every_list_is_for_those_who_may(meeting, key, role):
    listing = LISTINGS[key]
    client = client_of(make_user(role))
    address = address_of(listing)
    keys = [c.key for c in listing.columns if not c.is_sensitive]
    data = {"columns": keys, "language": "en"}
    data |= {"order": next(iter(listing.orders), ""), "suffix": "CSV"}

    response = client.post(address, data)

    is_allowed = role in ("editor", "manager") or key != "people"
    assert response.status_code == (200 if is_allowed else 403)
    if is_allowed:
        assert len(rows_of(response)[0]) == len(keys)
        assert ExportLog.objects.get().what == key


def address_of(listing):
    pages = {"meeting": "meeting-export", "series": "series-export", "": "export"}
    slugs = {"meeting": ["tlgec-27"], "series": ["tlgec"], "": []}
    return reverse(
        pages[listing.about_kind], args=[*slugs[listing.about_kind], listing.key]
    )


# What a file costs: session, user, roles, the meeting with its names, the list itself,
# and the line of the log, which a stream writes once more at its end.
QUERIES = {
    "attendees": 8,
    "delegations": 10,
    "agenda": 10,
    "figures": 8,
    "citations": 8,
    "archive": 12,
    "series-figures": 7,
    "series-citations": 7,
    "meetings": 8,
    "governments": 8,
    "people": 7,
}


def test_every_list_has_a_number_of_queries():
    assert set(QUERIES) == set(LISTINGS)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("key", LISTINGS)
def test_a_file_costs_its_queries(
    editor_client, meeting, django_assert_num_queries, key, rows
):
    for _ in range(rows):
        attendee = make_attendee(meeting)
        make_item(make_session(meeting))
        make_figure(meeting)
        make_citation(meeting)
        make_appointment(person=attendee.person)
        make_meeting(meeting.series)
    listing = LISTINGS[key]
    keys = [c.key for c in listing.columns if not c.is_sensitive]
    data = {"columns": keys, "language": "en", "suffix": "CSV"}
    data["order"] = next(iter(listing.orders), "")

    with django_assert_num_queries(QUERIES[key]):
        response = editor_client.post(address_of(listing), data)
        found = rows_of(response)

    assert len(found) > rows
