"""What clashes between sessions: their rooms, their days and how long they last."""

from collections import defaultdict

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.agenda.clashes.kinds import Clash, ClashKind, label_and_times
from meetings.agenda.clashes.slots import (
    item_slots,
    length,
    overlapping,
    session_slots,
)
from meetings.models import edtf
from meetings.models.agendas import MINUTES_A_DAY
from meetings.models.names import columns_of
from meetings.text.folding import fold

# What stands for a room that is not known yet, and is therefore shared by nobody.
NO_ROOM = {"", *map(fold, ("TBA", "TBC", "TBD", "미정", "未定", "待定"))}


def sharing_a_room(agenda):
    """Yield two sessions each that are in one room at the same time."""
    by_room = defaultdict(list)
    for slot in session_slots(agenda):
        for room in room_names(slot.session):
            by_room[room].append(slot)
    # Once, though the two may share the names of their room in several languages.
    pairs = {pair for slots in by_room.values() for pair in overlapping(slots)}
    for one, other in pairs:
        sentence = _(
            "Sessions %(one)s and %(other)s are in the same room at the same time,"
            " “%(room)s”."
        ) % {
            "one": label_and_times(one.session),
            "other": label_and_times(other.session),
            "room": one.session.room,
        }
        yield Clash(ClashKind.ROOM, sentence, (one.session, other.session))


def room_names(session):
    """Return what the room of a session is called in any language.

    Folded, since “Hall 1” and “hall  1” are one room, whichever column it stands in.
    """
    return {fold(getattr(session, name)) for name in columns_of("room")} - NO_ROOM


def outside_the_meeting(agenda):
    """Yield sessions on other days than the meeting's."""
    for session in agenda.sessions:
        if is_outside(session.date, agenda.meeting):
            day = edtf.parse(session.date).words()
            sentence = _(
                "Session %(place)s is on %(day)s, outside the meeting's days, %(days)s."
            ) % (message_params(agenda, session) | {"day": day})
            yield Clash(ClashKind.DAYS, sentence, (session,))


def after_the_meeting(agenda):
    """Yield items that begin after the midnight that ends the meeting's last day.

    Items of a session that is outside the meeting itself are not listed beside it.
    """
    last = agenda.meeting.latest
    for slot in item_slots(agenda):
        # Minutes run on past midnight, so that an evening may leave the last day.
        day = edtf.parse(slot.session.date).latest
        if last and day <= last and slot.begin // MINUTES_A_DAY > last.toordinal():
            sentence = _(
                "Item %(place)s begins after the last of the meeting's days, %(days)s."
            ) % message_params(agenda, slot.item)
            yield Clash(ClashKind.DAYS, sentence, (slot.item,))


def is_outside(date, meeting):
    """Whether a date of record goes beyond the days of a meeting.

    Only a date that is known to the day does; an open end goes nowhere.
    """
    known = edtf.parse_exact(date)
    if known is None:
        return False
    # A date that is open at one end is judged by the day at the other.
    first, last = meeting.earliest, meeting.latest
    is_early = first and (known.earliest or known.latest) < first
    is_late = last and (known.latest or known.earliest) > last
    return bool(is_early or is_late)


def message_params(agenda, row):
    days = edtf.parse(agenda.meeting.date).words()
    return {"place": label_and_times(row), "days": days}


def running_over(agenda):
    """Yield sessions whose items take longer, with the items that no longer fit."""
    for session in agenda.sessions:
        if session.overrun:
            sentence = ngettext(
                "The items of session %(place)s take %(minutes)d minute too long.",
                "The items of session %(place)s take %(minutes)d minutes too long.",
                session.overrun,
            ) % {"place": label_and_times(session), "minutes": session.overrun}
            yield Clash(ClashKind.OVERRUN, sentence, (session, *beyond(session)))


def beyond(session):
    """Return the items of a session that end after it does."""
    return [
        item
        for item in session.item_list
        if item.offset + (item.duration or 0) > length(session)
    ]
