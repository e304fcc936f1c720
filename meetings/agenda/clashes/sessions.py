"""What clashes between sessions: their rooms, their days and how long they last."""

from collections import defaultdict
from itertools import accumulate

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.agenda.clashes.kinds import Clash, ClashKind, place
from meetings.agenda.clashes.slots import (
    exact,
    item_slots,
    length,
    overlapping,
    session_slots,
)
from meetings.models import edtf
from meetings.models.agenda_times import DAY
from meetings.text.folding import fold

NO_ROOM = {"", *map(fold, ("TBA", "TBC", "TBD", "미정", "未定", "待定"))}


def sharing_a_room(plan):
    """Two sessions in one room at the same time."""
    by_room = defaultdict(list)
    for slot in session_slots(plan):
        by_room[fold(slot.session.room or "")].append(slot)
    for room in by_room.keys() - NO_ROOM:
        for one, other in overlapping(by_room[room]):
            sentence = _(
                "Sessions %(one)s and %(other)s are in the same room at the same time,"
                " “%(room)s”."
            ) % {
                "one": place(one.session),
                "other": place(other.session),
                "room": one.session.room,
            }
            yield Clash(ClashKind.ROOM, sentence, (one.session, other.session))


def outside_the_meeting(plan):
    """Sessions on other days than the meeting's."""
    for session in plan.sessions:
        day = exact(session.date)
        if day and is_outside(day, plan.meeting):
            sentence = _(
                "Session %(place)s is on %(day)s, outside the meeting's days, %(days)s."
            ) % told(plan, session, day=day.words())
            yield Clash(ClashKind.DAYS, sentence, (session,))


def after_the_meeting(plan):
    """Items that begin after the midnight that ends the meeting's last day."""
    last = plan.meeting.latest
    for slot in item_slots(plan):
        day = exact(slot.session.date).latest
        if last and day <= last and slot.begin // DAY > last.toordinal():
            sentence = _(
                "Item %(place)s begins after the last of the meeting's days, %(days)s."
            ) % told(plan, slot.item)
            yield Clash(ClashKind.DAYS, sentence, (slot.item,))


def is_outside(day, meeting):
    """Whether an exact date goes beyond the meeting's; open ends go nowhere."""
    first, last = meeting.earliest, meeting.latest
    is_early = first and (day.earliest or day.latest) < first
    is_late = last and (day.latest or day.earliest) > last
    return bool(is_early or is_late)


def told(plan, row, **values):
    days = edtf.parse(plan.meeting.date).words()
    return {"place": place(row), "days": days} | values


def running_over(plan):
    """Sessions whose items take longer, with the items that no longer fit."""
    for session in plan.sessions:
        if session.overrun:
            sentence = ngettext(
                "The items of session %(place)s take %(minutes)d minute too long.",
                "The items of session %(place)s take %(minutes)d minutes too long.",
                session.overrun,
            ) % {"place": place(session), "minutes": session.overrun}
            yield Clash(ClashKind.OVERRUN, sentence, (session, *beyond(session)))


def beyond(session):
    """The items of a session that end after it does."""
    ends = accumulate(item.duration or 0 for item in session.parts)
    pairs = zip(session.parts, ends, strict=True)
    return [item for item, end in pairs if end > length(session)]
