"""Papers and pages call a government what it was called on the day of the meeting."""

import pytest
from django.conf import settings
from django.utils import translation

from meetings.documents.badges import name_badges
from meetings.documents.plates import name_plates
from meetings.models import Government
from tests.documents.pdf import text_of
from tests.factories import make_attendee, make_delegation, make_meeting, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

NAMES = [
    ("KR-49", "ko", "2005-10-13", "제주도"),
    ("KR-45", "ko", "2024-01-17", "전라북도"),
    ("KR-45", "ko", "2024-01-18", "전북특별자치도"),
    ("KR-11", "zh-hans", "2003-10-13", "汉城"),
]


@pytest.mark.parametrize(("code", "language", "day", "name"), NAMES)
def test_a_paper_and_a_page_have_the_name_of_the_day(
    record, viewer_client, code, language, day, name
):
    meeting = make_meeting(date=day)
    delegation = make_delegation(
        meeting, government=Government.objects.get(code=code), status="complete"
    )
    make_attendee(delegation=delegation, person=make_person(), role="head")
    viewer_client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    with translation.override(language):  # the page would leave its language to others
        page = viewer_client.get(f"/meetings/{meeting.slug}/delegations/")
        papers = text_of(name_badges(meeting)).split()
    if language == "ko":  # a plate has the own language and English
        papers += text_of(name_plates(meeting)).split()

    assert f">{name}</a>" in page.content.decode()
    assert papers.count(name) == (3 if language == "ko" else 1)
