"""The historical record: whole, sourced, within today's rules, sparing of edits."""

import io
import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from meetings.models import (
    Citation,
    Figure,
    Government,
    Meeting,
    Person,
    RecordEntry,
    Series,
    Session,
    Source,
)
from meetings.models.base import Sourced
from meetings.models.fields import bounds
from meetings.models.government_rules import (
    refuse_circle,
    refuse_early_successor,
    refuse_namesake,
)
from meetings.models.members import members_and_successors, membership_history
from meetings.record.loading import LoadReport, load_record
from tests.factories import make_series
from tests.record import FIXTURES, WITHOUT_MUNICIPALITIES

MODELS = [
    m for m in apps.get_app_config("meetings").get_models() if hasattr(m, "key_fields")
]

# Every row of the files that the record was compiled in has a home. Participations
# became delegations (143, two of them shared), attendees (80) and hosts.
COUNTS = {
    "agendaitem": 102,
    "alias": 0,
    "appointment": 104,
    "attendee": 80,
    "citation": 318,
    "country": 3,
    "decision": 39,
    "itemminutes": 0,
    "delegation": 143,
    "figure": 87,
    "glossaryterm": 101,
    "government": 133,
    "governmentname": 117,
    "meeting": 40,
    "meetinghost": 76,
    "organization": 13,
    "organizationname": 16,
    "person": 96,
    "presenter": 84,
    "series": 2,
    "serieshost": 6,
    "seriesmembership": 64,
    "seriesname": 13,
    "session": 65,
    "source": 168,
    "statement": 9,
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    """The record, loaded in this very test: for tests of the loading itself."""
    reload()


MUNICIPALITIES = 2664  # beside those of which the record tells something


def counts():
    return {model._meta.model_name: model.objects.count() for model in MODELS}


def reload():
    return load_record(WITHOUT_MUNICIPALITIES)


def test_every_row_has_a_home(loaded):
    assert counts() == COUNTS


def test_loading_twice_is_the_same_as_once(loaded):
    assert reload() == LoadReport(unchanged=sum(COUNTS.values()))
    assert counts() == COUNTS


def test_the_command_loads_the_municipalities_too_and_says_what_it_left():
    make_series("tlgec")
    out = io.StringIO()

    call_command("load_record", stdout=out)

    rows = sum(COUNTS.values()) + MUNICIPALITIES
    assert out.getvalue().splitlines() == [
        f"{rows - 1} rows of the record loaded, 0 renewed, 0 removed, 0 as before,"
        " 1 left to staff.",
        'left to staff: meetings.series ["tlgec"]',
    ]


def test_the_record_obeys_the_rules_of_today(record):
    for model in MODELS:
        for row in model.objects.all():
            row.full_clean()


def test_every_municipality_obeys_the_rules_of_today(municipalities):
    # As `full_clean` would, without asking the database about each of 2,800 rows: what
    # only it can tell, constraints and keys, it told when they were loaded.
    relations = [field.name for field in Government._meta.fields if field.is_relation]
    of_one_name = defaultdict(list)

    for government in Government.objects.select_related("country", "successor"):
        government.clean_fields(exclude=relations)
        refuse_circle(government)
        if government.successor:
            refuse_early_successor(government, government.successor)
        [name] = government.telling_names.values()  # in the own language
        of_one_name[name, government.parent_id].append(government)

    for governments in of_one_name.values():
        for government in governments[1:]:
            refuse_namesake(government)


def test_the_fixtures_load_by_djangos_own_command_too():
    call_command("loaddata", *WITHOUT_MUNICIPALITIES, verbosity=0)

    assert counts() == COUNTS


def test_the_dates_of_meetings_in_the_fixtures_agree_with_their_bounds():
    rows = json.loads(Path(settings.FIXTURE_DIRS[0], "06_meetings.json").read_text())

    for fields in (row["fields"] for row in rows if row["model"] == "meetings.meeting"):
        days = [day and day.isoformat() for day in bounds(fields.get("date"))]
        assert [fields.get("earliest"), fields.get("latest")] == days


def test_the_keys_of_people_in_the_fixtures_agree_with_their_names():
    leant_on = [path for path in FIXTURES if path.name <= "04_people.json"]
    call_command("loaddata", *leant_on, verbosity=0)
    assert Person.objects.count() == COUNTS["person"]

    for person in Person.objects.all():
        loaded = {name: getattr(person, name) for name in Person.derived}
        person.derive()
        assert loaded == {name: getattr(person, name) for name in Person.derived}


def test_every_loaded_row_says_in_its_history_where_it_is_from(loaded):
    reasons = Meeting.history.values_list("history_change_reason", "history_type")

    assert set(reasons) == {("Loaded from the record", "+")}


def test_every_row_of_the_record_has_a_source(record):
    by_citation = {Meeting, Source}  # a meeting's fields have citations each

    for model in set(MODELS) - by_citation:
        if issubclass(model, Sourced):
            assert not model.objects.filter(sources=None).exists(), model


# Each column of a meeting, and the fields of citations of which one has to back it.
BACKED = {
    "number": ["number"],
    "date": ["date", "year"],
    "place_en": ["place"],
    "venue_en": ["venue"],
    "theme_en": ["theme"],
    "host_government": ["host_government"],
    "livestream_en": ["livestream"],
    "languages": ["languages"],
}


def test_every_fact_of_a_meeting_has_an_adopted_citation(record):
    for column, fields in BACKED.items():
        backed = Citation.objects.filter(adopted=True, field__in=fields)
        unknown = None if column in ("number", "host_government") else ""

        stated = Meeting.objects.exclude(**{column: unknown})

        assert not stated.exclude(pk__in=backed.values("meeting")).exists(), column


def test_every_edition_is_held_where_it_is_the_countrys_turn(record):
    for series in Series.objects.all():
        turns = series.turns
        for meeting in series.meetings.editions().exclude(country=None):
            assert meeting.country.code == turns[(meeting.number - 1) % len(turns)]


def test_the_17th_is_at_yiwu_and_what_the_seed_prints_is_kept_beside_it(record):
    meeting = Meeting.objects.get(slug="tlgec-17")

    assert meeting.place == "Yiwu, Zhejiang"
    places = [c for c in meeting.disagreements if c.field == "place"]
    assert [(c.printed, c.source.key) for c in places] == [
        ("China / Rizhao", "seed-conference")
    ]


def test_the_number_of_2020_was_not_used_up(record):
    archive = Series.objects.get(slug="tlgec").meetings.archive()

    assert [m.number for m in archive] == [*range(1, 22), None, *range(22, 27)]


def test_the_members_are_those_the_seed_states(record):
    members = Series.objects.get(slug="kjgm").memberships.values_list(
        "government__country__code", flat=True
    )

    assert (list(members).count("KR"), list(members).count("JP")) == (17, 47)


def test_figures_that_disagree_stand_side_by_side(record):
    figures = Figure.objects.filter(
        meeting__slug="tlgec-8", unit="participants", country__code="CN"
    )

    assert sorted(figures.values_list("value", flat=True)) == [149, 164]


def test_the_people_of_the_record_are_public_officials(record):
    assert not Person.objects.filter(is_public=False).exists()


def test_what_staff_edited_is_left_alone(loaded):
    meeting = Meeting.objects.get(slug="tlgec-9")
    meeting.venue_en = "Found by staff"
    meeting.save()

    reload()

    assert Meeting.objects.get(slug="tlgec-9").venue_en == "Found by staff"


def test_what_staff_deleted_stays_deleted(loaded):
    Session.objects.filter(meeting__slug="tlgec-26").delete()

    reload()

    assert not Session.objects.filter(meeting__slug="tlgec-26").exists()


def test_what_staff_entered_before_is_left_alone():
    series = Series.objects.create(slug="tlgec", name_en="Ours")

    report = reload()

    series.refresh_from_db()
    assert series.name_en == "Ours"
    assert report.left_to_staff == ['meetings.series ["tlgec"]']


def changed(tmp_path, name, before, after):
    """The fixtures with a text of one changed, as a later release would have it."""
    text = next(path for path in FIXTURES if name in path.name).read_text()
    assert before in text
    path = tmp_path / f"{name}.json"
    path.write_text(text.replace(before, after))
    return [path if name in other.name else other for other in WITHOUT_MUNICIPALITIES]


def test_a_row_that_the_record_changed_is_renewed(loaded, tmp_path):
    later = changed(tmp_path, "meetings", "Yiwu, Zhejiang", "Yiwu in Zhejiang")

    report = load_record(later)

    assert (report.updated, report.left_to_staff) == (1, [])
    assert Meeting.objects.get(slug="tlgec-17").place == "Yiwu in Zhejiang"
    assert load_record(later).updated == 0


def test_a_row_that_both_changed_is_staffs(loaded, tmp_path):
    meeting = Meeting.objects.get(slug="tlgec-17")
    meeting.place_en = "Staff's Yiwu"
    meeting.save()
    later = changed(tmp_path, "meetings", "Yiwu, Zhejiang", "Yiwu in Zhejiang")

    report = load_record(later)

    assert report.left_to_staff == ['meetings.meeting ["tlgec-17"]']
    assert Meeting.objects.get(slug="tlgec-17").place == "Staff's Yiwu"


def test_a_new_row_that_collides_with_staffs_is_left_to_them(loaded, tmp_path):
    series = Series.objects.get(slug="tlgec")
    Meeting.objects.create(series=series, number=27, slug="conference-of-2026")
    path = tmp_path / "new.json"
    fields = {"slug": "tlgec-27", "series": ["tlgec"], "number": 27}
    session = {"meeting": ["tlgec-27"], "order": 1, "kind": "plenary"}
    path.write_text(
        json.dumps(
            [
                {"model": "meetings.meeting", "fields": fields},
                {"model": "meetings.session", "fields": session},
            ]
        )
    )

    report = load_record([*WITHOUT_MUNICIPALITIES, path])

    assert report.left_to_staff == [
        'meetings.meeting ["tlgec-27"]',
        'meetings.session [["tlgec-27"], 1]',
    ]
    assert RecordEntry.objects.count() == sum(COUNTS.values())


# Governments through time


@pytest.mark.parametrize(
    ("code", "language", "day", "name"),
    [
        ("KR-49", "ko", date(2005, 10, 1), "제주도"),
        ("KR-49", "ko", date(2006, 7, 1), "제주특별자치도"),
        ("KR-45", "ko", date(2024, 1, 17), "전라북도"),
        ("KR-45", "ko", date(2024, 1, 18), "전북특별자치도"),
        ("KR-11", "zh", date(2003, 10, 1), "汉城"),
        ("KR-11", "zh", date(2005, 1, 19), "首尔特别市"),
    ],
)
def test_a_government_is_named_as_it_was_on_the_day(record, code, language, day, name):
    government = Government.objects.get(code=code)

    assert government.name_on(day, language) == name
    assert government.printed_name_on(day, language) == (name, language)


def test_gwangju_and_south_jeolla_lead_to_their_union(record):
    union = Government.objects.get(code="KR-12")

    for code in ("KR-29", "KR-46"):
        ended = Government.objects.get(code=code)
        assert not ended.is_valid_on(date(2026, 7, 1))
        assert ended.successor_on(date(2026, 7, 1)) == union
        assert [each.valid_to for each in ended.memberships.all()] == ["2026-07-01"]


def test_of_the_union_no_source_says_that_it_is_a_member(record):
    series = Series.objects.get(slug="kjgm")
    union = Government.objects.get(code="KR-12")

    unsaid = [
        each.government
        for each in members_and_successors(series)
        if not each.membership
    ]

    assert unsaid == [union]
    assert membership_history(union) == {"own": [], "unsaid": [series]}


def test_the_union_has_the_parts_of_both(municipalities):
    parts = {
        code: Government.objects.filter(parent__code=code).count()
        for code in ("KR-12", "KR-29", "KR-46")
    }

    assert parts == {"KR-12": 27, "KR-29": 0, "KR-46": 0}
