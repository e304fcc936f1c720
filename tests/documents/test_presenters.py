"""Who presents, as a programme prints it."""

import pytest

from meetings.documents.presenters import presenter_texts, with_presenters
from meetings.models import AgendaItem
from tests.factories import make_presenter

pytestmark = pytest.mark.django_db


def test_an_open_place_is_printed_as_one():
    make_presenter(is_open=True, language="ja")

    item = with_presenters(AgendaItem.objects.all()).get()

    assert presenter_texts(item, ["en"]) == [[[["en", "To be named"]]]]
