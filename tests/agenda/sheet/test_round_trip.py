"""The sheet of an agenda comes back as it went out: it changes nothing."""

import datetime as dt
import io
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings import spreadsheets
from meetings.agenda.agenda import load_agenda
from meetings.agenda.sheet.columns import COLUMNS, sheet_of
from meetings.agenda.sheet.differences import row_changes
from meetings.agenda.sheet.presenters import named_presenters, presenter_in_cell
from meetings.agenda.sheet.reading import read_back
from meetings.models import AgendaItem, Meeting, Presenter
from meetings.models.names import LANGUAGES, override_language
from meetings.models.presenters import PresenterPart
from meetings.text.folding import fold, tidy
from tests.agenda.sheet.helpers import rows_of
from tests.factories import make_item, make_meeting, make_presenter, make_session
from tests.naughty import NAUGHTY

pytestmark = pytest.mark.django_db

SUFFIXES = ["xlsx", "ods", "csv"]


def written_as(meeting, suffix, language="en"):
    file = io.BytesIO()
    with override_language(language):
        spreadsheets.write_as(suffix, file, [sheet_of(load_agenda(meeting))])
    return file.getvalue()


def sent_back(meeting, suffix, language="en"):
    """What the sheet, written in a language, makes of the agenda."""
    return read_back(meeting, written_as(meeting, suffix, language))


def changed(meeting, reading):
    """All that the sheet would change, or finds wrong."""
    changes = row_changes(reading, load_agenda(meeting))
    return changes, reading.problems, reading.doubts, reading.table.unknown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_sheet_changes_nothing(meeting, suffix, language):
    before = load_agenda(meeting).snapshot()

    reading = sent_back(meeting, suffix, language)

    assert changed(meeting, reading) == ([], [], [], [])
    assert reading.agenda.snapshot() == before


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize(("suffix", "saved_as"), [("xlsx", "ods"), ("ods", "xlsx")])
def test_a_sheet_that_libreoffice_saved_changes_nothing(
    meeting, tmp_path, suffix, saved_as
):
    (tmp_path / f"agenda.{suffix}").write_bytes(written_as(meeting, suffix))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", saved_as]
    command += ["--outdir", "saved", f"agenda.{suffix}"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)

    saved = (tmp_path / "saved" / f"agenda.{saved_as}").read_bytes()

    assert changed(meeting, read_back(meeting, saved)) == ([], [], [], [])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_naughty_text_changes_on_the_way(suffix):
    meeting = make_meeting()
    session = make_session(meeting, room_en="=1+1")
    for n, text in enumerate(NAUGHTY):
        item = make_item(session, order=n, title_en=text, title_zh=text)
        make_presenter(item, as_printed=text)
        make_presenter(item, as_printed=text, part="chair")

    reading = sent_back(meeting, suffix)

    assert changed(meeting, reading) == ([], [], [], [])
    assert reading.agenda.snapshot() == load_agenda(meeting).snapshot()


def test_every_agenda_of_the_record_comes_back_as_it_is(record):
    for meeting in Meeting.objects.exclude(sessions=None).distinct():
        reading = sent_back(meeting, "xlsx", "ko")

        assert changed(meeting, reading) == ([], [], [], []), meeting.slug


def test_a_session_stands_above_its_items(meeting):
    first, a, *_others = rows_of(meeting)

    assert {key: cell for key, cell in first.items() if cell is not None} == {
        "id": f"S{load_agenda(meeting).sessions[0].pk}",
        "date": dt.date(2026, 10, 21),
        "start": dt.time(9),
        "end": dt.time(12),
        "kind": "Plenary",
        "title_en": "One",
        "title_ko": "하나",
        "title_ja": "一つ",
        "title_zh": "一",
        "room_en": "Hall",
        "room_ko": "홀",
        "room_ja": "会堂",
        "room_zh": "厅",
        "mode": "Hybrid",
    }
    name = Presenter.objects.get(part="chair").attendee.person.display_name
    government = Presenter.objects.exclude(government=None).get().government
    assert {key: cell for key, cell in a.items() if cell is not None} == {
        "id": f"I{AgendaItem.objects.get(title_en='a').pk}",
        "kind": "Topic",
        "title_en": "a",
        "number": "1.10",
        "duration": 20,
        "people": f'Chair: {name} [B7TM-CVJD]; {government} [KR-47]; ?; "A; B"',
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_stands_for_two_columns(language):
    with override_language(language):
        headings = [fold(column.heading) for column in COLUMNS]

    assert len(set(headings)) == len(COLUMNS)


def test_no_heading_means_another_column_in_another_language():
    meant = {}
    for language in LANGUAGES:
        with override_language(language):
            for column in COLUMNS:
                meant.setdefault(fold(column.heading), set()).add(column.key)

    assert {key: keys for key, keys in meant.items() if len(keys) > 1} == {}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.builds(
            Presenter,
            part=st.sampled_from(PresenterPart.values),
            is_open=st.booleans(),
            as_printed=st.text(alphabet='ab"?？:;；[]\nChair', max_size=12),
        ),
        max_size=4,
    )
)
def test_whoever_is_written_is_named_the_same(presenters):
    presenters = [p for p in presenters if p.is_open or tidy(p.as_printed)]

    text = "; ".join(map(presenter_in_cell, presenters))

    assert named_presenters(text) == [
        (p.part, p.is_open, tidy(p.as_printed)) for p in presenters
    ]
