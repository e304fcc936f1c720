"""Exports that take a while: made in the background, told of, kept for a day."""

import datetime as dt
import io
from datetime import timedelta
from threading import Event

import pytest
from django.db import IntegrityError
from django.utils import timezone

from meetings import spreadsheets
from meetings.exports import delivery
from meetings.exports.delivery import write_in_background
from meetings.models import ExportFile, ExportLog
from meetings.models.exports import CannotExport

pytestmark = pytest.mark.django_db


def new_entry(**fields):
    defaults = {"what": "badges", "about": "tlgec-27", "suffix": "pdf"}
    return ExportLog(made_at=timezone.now(), **defaults | fields)


def write(file, tell):
    file.write(b"%PDF")
    return 7


def fail(file, tell):
    raise ValueError("of something")


@pytest.fixture
def at_once(monkeypatch):
    """Background work is done before the request goes on."""
    monkeypatch.setattr(delivery, "run_in_background", lambda job: job())


def begin(write):
    return write_in_background(new_entry(), write, 9, timezone.now())


def test_a_file_waits_with_its_content(at_once):
    pk = begin(write).pk

    file = ExportFile.objects.get(pk=pk)
    assert (bytes(file.content), file.is_ready, file.done) == (b"%PDF", True, 7)
    assert (file.export.row_count, str(file)) == (7, "tlgec-27-badges.pdf")


def test_a_file_that_fails_says_so_and_logs_no_value(at_once, caplog):
    pk = begin(fail).pk

    file = ExportFile.objects.get(pk=pk)
    assert (file.has_failed, file.is_ready) == (True, False)
    assert not file.is_in_the_making(timezone.now())
    assert caplog.messages == ["An export failed"]


def test_a_file_that_cannot_be_made_keeps_the_sentence_that_says_why(at_once, caplog):
    def refuse(file, tell):
        raise CannotExport("글자가 없습니다.")

    pk = begin(refuse).pk

    file = ExportFile.objects.get(pk=pk)
    assert (file.has_failed, file.why_not) == (True, "글자가 없습니다.")
    assert caplog.messages == []
    assert file.export.row_count is None


def test_progress_is_told_while_a_file_is_made(at_once):
    told = []

    def write(file, tell):
        tell(4)
        told.append(ExportFile.objects.get().done)
        return 4

    begin(write)

    assert told == [4]


def test_a_file_nobody_works_at_any_more_is_not_in_the_making():
    now = timezone.now()
    file = ExportFile(touched_at=now)

    assert file.is_in_the_making(now + timedelta(seconds=59))
    assert not file.is_in_the_making(now + timedelta(seconds=60))


def test_a_file_is_kept_for_a_day_and_its_line_in_the_log_for_good(at_once):
    begin(write)
    later = timezone.now() + timedelta(days=1, minutes=1)

    write_in_background(new_entry(), write, 9, later)

    assert ExportFile.objects.count() == 1
    assert ExportLog.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_request_does_not_wait_for_the_file():
    may_end, has_ended = Event(), Event()

    def write(file, tell):
        may_end.wait(10)
        has_ended.set()
        return 1

    pk = begin(write).pk
    assert not ExportFile.objects.get(pk=pk).is_ready
    may_end.set()
    assert has_ended.wait(10)
    for _attempt in range(100):
        if ExportFile.objects.get(pk=pk).is_ready:
            break
        Event().wait(0.1)

    assert ExportFile.objects.get(pk=pk).is_ready


def test_personal_data_leaves_for_a_reason_only():
    with pytest.raises(IntegrityError, match="export_of_personal_data_has_a_reason"):
        new_entry(is_sensitive=True).save()


def test_a_stream_that_breaks_off_is_logged_with_what_went_out():
    sheet = ("List", [spreadsheets.Column("A")], ([text] for text in "abc" * 9000))
    pieces = delivery.stream_csv(new_entry(), sheet)

    header = next(pieces)
    rows_at_first = ExportLog.objects.get().row_count
    block = next(pieces)
    pieces.close()

    assert header == "\ufeffA\r\n".encode()
    assert rows_at_first is None
    assert ExportLog.objects.get().row_count == block.count(b"\n")


def test_a_list_at_hand_keeps_its_times_of_day():
    file = io.BytesIO()
    sheet = ("List", [spreadsheets.Column("At")], [[dt.time(9, 30)]])

    rows = delivery.write_sheets("xlsx", [sheet])(file, lambda rows: None)

    assert rows == 1
    assert spreadsheets.read(file.getvalue()).sheets[0].rows == [
        ["At"],
        [dt.time(9, 30)],
    ]
