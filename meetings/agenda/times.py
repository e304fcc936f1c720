"""When each item of a plan begins, and what it is numbered."""

from meetings.models.agenda_times import run_on


def arrange(plan):
    """Tell all sessions and items of a plan their labels and times; return it."""
    run_on(plan.sessions)
    return plan
