"""Texts that name bodies, and what is found for them, in short."""

import datetime as dt

DAY = dt.date(2025, 10, 16)


def key_of(answer):
    return answer.body and answer.body.key


def problem_of(answer):
    return answer.problem, answer.candidates


def cases(**texts):
    """(text, key) of each text; keys are written with low lines for hyphens."""
    return [
        (text, key.replace("_", "-"))
        for key, several in texts.items()
        for text in several.split("|")
    ]
