"""When each item begins, what it is numbered, and by how much a session runs over."""

import datetime as dt

DAY = 24 * 60


def run_on(sessions):
    """Tell sessions and items their `label`, `begin`, `finish`, and sessions `overrun`.

    The items of a session are its `parts`, and run on from its start; `begin` and
    `finish` are None where it has none, and `overrun` is in minutes. What is printed
    as a number stays so.
    """
    for n, session in enumerate(sessions, start=1):
        session.label = str(n)
        clock = minutes_of(session.start)
        for m, item in enumerate(session.parts, start=1):
            item.label = item.number or f"{n}.{m}"
            item.begin = time_at(clock)
            if clock is not None:
                clock += item.duration or 0
            item.finish = time_at(clock)
        session.allotted = sum(item.duration or 0 for item in session.parts)
        session.begin = time_at(minutes_of(session.start))  # to the minute, as items
        session.finish = time_at(minutes_of(session.end)) or time_at(clock)
        session.overrun = overrun_of(session)


def overrun_of(session):
    """By how many minutes the items go beyond the end of their session."""
    if session.start is None or session.end is None:
        return 0
    length = minutes_of(session.end) - minutes_of(session.start)
    return max(session.allotted - length, 0)


def minutes_of(time):
    return None if time is None else time.hour * 60 + time.minute


def time_at(minutes):
    """The time of day so many minutes after midnight; it goes on after the next."""
    if minutes is None:
        return None
    return dt.time(*divmod(minutes % DAY, 60))
