"""Which texts lack a language: as a list for one series or meeting, and as a number."""

import pytest

from meetings.models import Meeting, Series
from meetings.models.names import LANGUAGES
from meetings.record.untranslated import (
    find_text,
    untranslated,
    with_untranslated,
)
from tests.factories import (
    make_appointment,
    make_attendee,
    make_citation,
    make_decision,
    make_figure,
    make_government,
    make_item,
    make_meeting,
    make_organization,
    make_series,
    make_session,
    make_statement,
)

pytestmark = pytest.mark.django_db

THEME = {"theme_en": "Water", "theme_ko": "물"}
ALL_NAMES = {"name_en": "N", "name_ko": "이름", "name_ja": "名", "name_zh": "名"}


@pytest.fixture
def series():
    """A series that has its name in four languages."""
    return make_series("tlgec", **ALL_NAMES)


def columns(whole, *languages, kind=""):
    """What is lacking, as (kind, column)."""
    texts = untranslated(whole, languages or LANGUAGES, kind)
    return [(each.row._meta.model_name, each.column) for each in texts]


def test_a_text_lacks_the_languages_that_it_is_not_there_in(series):
    meeting = make_meeting(series, **THEME)

    assert columns(meeting) == [("meeting", "theme_ja"), ("meeting", "theme_zh")]


def test_a_text_that_is_there_in_no_language_lacks_none(series):
    assert columns(make_meeting(series)) == []


def test_only_the_languages_asked_for_are_listed(series):
    meeting = make_meeting(series, **THEME)

    assert columns(meeting, "ko", "zh") == [("meeting", "theme_zh")]


def test_the_title_of_an_edition_is_made_where_the_series_has_a_name():
    series = make_series(name_en="Conference", name_ko="회의")
    meeting = make_meeting(series, number=3, title_en="A title of its own")

    assert columns(meeting) == [("meeting", "title_ja"), ("meeting", "title_zh")]


def test_a_meeting_without_a_number_lacks_the_title_that_it_has_elsewhere(series):
    meeting = make_meeting(series, number=None, title_en="A preparatory meeting")

    assert columns(meeting, "ko") == [("meeting", "title_ko")]


def test_a_title_that_is_made_of_a_name_is_not_asked_for():
    """The name of the series is: written once, it makes all titles."""
    series = make_series(name_en="Conference")
    make_meeting(series, number=3)

    assert columns(series, "ko") == [("series", "name_ko")]


def fill(meeting):
    """Give a meeting a text of each kind, in English only; return the series' host."""
    session = make_session(meeting, title_en="Opening")
    make_item(session, title_en="Address")
    make_decision(meeting, text_en="So decided.")
    make_citation(meeting, note_en="A note")
    make_figure(meeting, note_en="A note")
    attendee = make_attendee(meeting)
    make_appointment(person=attendee.person, title_en="Governor")
    body = make_organization(name_en="A body")
    for role in ("host", "co_host"):
        meeting.hosts.create(organization=body, role=role)
    host = make_government(**ALL_NAMES, note_en="A note")
    meeting.hosts.create(government=host)


OF_A_MEETING = [
    ("meeting", "theme_zh"),
    ("session", "title_zh"),
    ("agendaitem", "title_zh"),
    ("decision", "text_zh"),
    ("citation", "note_zh"),
    ("figure", "note_zh"),
    ("appointment", "title_zh"),
    ("organization", "name_zh"),
    ("government", "note_zh"),
]


def test_all_that_belongs_to_a_meeting_is_listed_once(series):
    meeting = make_meeting(series, **THEME)
    fill(meeting)
    fill(make_meeting(series, **THEME))

    assert columns(meeting, "zh") == OF_A_MEETING


def test_one_kind_is_listed_alone(series):
    meeting = make_meeting(series, **THEME)
    fill(meeting)

    assert columns(meeting, "ko", kind="agendaitem") == [("agendaitem", "title_ko")]


def test_a_series_has_its_own_texts_and_those_of_its_meetings(series):
    series.about_en = "About"
    series.save()
    make_statement(series, text_ko="만나려고")
    fill(make_meeting(series, **THEME))
    make_statement(make_series())
    make_meeting(**THEME)

    assert columns(series, "ja") == [
        ("series", "about_ja"),
        ("statement", "text_ja"),
        ("meeting", "theme_ja"),
    ]


def counts(wholes, languages=LANGUAGES):
    return {
        each.pk: each.untranslated_count
        for each in with_untranslated(wholes, languages)
    }


@pytest.mark.parametrize("languages", [["ko"], ["ja", "zh"], LANGUAGES])
def test_the_number_is_that_of_the_list(series, languages, django_assert_num_queries):
    meetings = [make_meeting(series, **THEME) for _ in range(3)]
    meetings.append(make_meeting(make_series(name_en="N"), title_en="A title", **THEME))
    meetings.append(make_meeting(series, number=None, title_ja="題"))
    for meeting in meetings[1:]:
        fill(meeting)

    with django_assert_num_queries(1):
        numbers = counts(Meeting.objects.all(), languages)

    lists = {each.pk: len(untranslated(each, languages)) for each in meetings}
    assert numbers == lists


def test_the_number_of_a_series_is_that_of_its_list(series):
    make_statement(series)
    make_meeting(series, **THEME)
    other = make_series(name_en="Another")

    assert counts(Series.objects.all()) == {series.pk: 5, other.pk: 3}
    assert (len(columns(series)), len(columns(other))) == (5, 3)


def test_the_first_wording_stands_before_translations(series):
    origins = {"theme": "ko", "theme_en": "translation"}
    meeting = make_meeting(series, **THEME, origins=origins)

    (text,) = untranslated(meeting, ["ja"])

    assert [(each.language, each.text) for each in text.originals] == [
        ("ko", "물"),
        ("en", "Water"),
    ]
    assert [each.is_translation for each in text.originals] == [False, True]


def test_a_text_is_found_by_its_key(series):
    meeting = make_meeting(series, **THEME)
    item = make_item(make_session(meeting), title_en="Address")

    text = find_text(meeting, f"agendaitem-{item.pk}-title_ko")

    assert (text.row, text.text, text.language) == (item, "title", "ko")
    assert text.key == f"agendaitem-{item.pk}-title_ko"


@pytest.mark.parametrize(
    "key",
    [
        "",
        "meeting",
        "meeting-{pk}",
        "meeting-{pk}-slug",
        "meeting-{pk}-origins",
        "meeting-{pk}-theme",
        "meeting-{pk}-theme_xx",
        "meeting-{pk}-theme_ko-",
        "meeting-0-theme_ko",
        "meeting-" + "9" * 18 + "-theme_ko",
        "meeting-" + "9" * 5000 + "-theme_ko",
        "meeting-٣-theme_ko",
        "user-1-email",
        "series-1-name_ko",
        "person-1-note_ko",
    ],
)
def test_nothing_is_found_by_any_other_key(series, key):
    meeting = make_meeting(series, **THEME)

    assert find_text(meeting, key.format(pk=meeting.pk)) is None


def test_a_row_of_another_meeting_is_not_found(series):
    item = make_item()

    assert find_text(make_meeting(series), f"agendaitem-{item.pk}-title_ko") is None


def test_of_the_record_nothing_is_untranslated(record):
    for wholes in (Series.objects.all(), Meeting.objects.all()):
        assert set(counts(wholes).values()) == {0}
