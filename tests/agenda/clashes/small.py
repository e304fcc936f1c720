"""Agendas that clash: small ones, made of sessions with one item each."""

from meetings.agenda.agenda import load_agenda
from meetings.agenda.clashes import clashes
from tests.factories import make_item, make_meeting, make_session

DAYS = [f"2026-10-{day}" for day in (21, 22, 23, 24)]


def make_conference(**fields):
    return make_meeting(**{"date": f"{DAYS[0]}/{DAYS[-1]}"} | fields)


def make_part(meeting, start="09:00", duration=30, date=DAYS[0], **fields):
    """An item in a session of its own."""
    session = make_session(meeting, start=start, date=date, **fields)
    return make_item(session, duration=duration)


def found(meeting):
    return clashes(load_agenda(meeting))


def kinds(meeting):
    return [clash.kind.value for clash in found(meeting)]


def sentences(meeting):
    return [clash.sentence for clash in found(meeting)]
