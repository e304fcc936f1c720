"""The rules of sessions, items and presenters."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from meetings.models import AgendaItem, Presenter, Session
from tests.factories import (
    make_attendee,
    make_government,
    make_item,
    make_meeting,
    make_person,
    make_presenter,
    make_session,
)

pytestmark = pytest.mark.django_db


def test_a_session_ends_after_it_starts():
    session = make_session()
    session.start, session.end = time(14, 0), time(14, 0)

    with pytest.raises(ValidationError, match="A session ends after it starts"):
        session.full_clean()
    with pytest.raises(IntegrityError, match="session_ends_after_it_starts"):
        session.save()


def test_a_place_in_the_order_is_taken_once():
    session = make_session(make_meeting(), order=1)
    item = make_item(session, order=1)
    make_presenter(item, order=1, as_printed="Somebody")
    seconds = [
        (Session(meeting=session.meeting, order=1, kind="press"), "Another session"),
        (AgendaItem(session=session, order=1, kind="topic"), "Another item"),
        (Presenter(item=item, order=1, as_printed="X"), "Another presenter"),
    ]

    for second, sentence in seconds:
        with pytest.raises(ValidationError, match=sentence):
            second.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            second.save()


@pytest.mark.parametrize(
    "make",
    [make_session, make_item, lambda: make_presenter(as_printed="Somebody")],
    ids=["session", "item", "presenter"],
)
def test_a_place_in_the_order_is_one_that_rows_can_be_set_aside_from(make):
    row = make()
    row.order = 10_000

    with pytest.raises(ValidationError, match="less than or equal to 9999"):
        row.full_clean()


def test_a_presenter_is_somebody():
    nobody = Presenter(item=make_item(), order=1)

    with pytest.raises(ValidationError, match="Say who presents"):
        nobody.full_clean()
    with pytest.raises(IntegrityError, match="presenter_is_somebody"):
        nobody.save()


@pytest.mark.parametrize(
    "pair",
    [("person", "government"), ("attendee", "person"), ("attendee", "government")],
)
def test_a_presenter_is_not_two(pair):
    make = {
        "person": make_person,
        "government": make_government,
        "attendee": make_attendee,
    }
    two = Presenter(item=make_item(), order=1, **{name: make[name]() for name in pair})

    with pytest.raises(ValidationError, match="not two"):
        two.full_clean()
    with pytest.raises(IntegrityError, match="presenter_is_one_at_most"):
        two.save()


def test_a_presenter_is_called_as_printed_else_by_name():
    printed = make_presenter(person=make_person(), as_printed="A deputy mayor")
    named = make_presenter(person=make_person(native_name="송승환"))

    assert (str(printed), str(named)) == ("A deputy mayor", "송승환")
