"""Positions that tell a role: interpreters, and who governs."""

import pytest

from meetings.attendee_import.roles_by_office import is_head_of_body, role_of_position
from tests.attendee_import.lists import answer, draft
from tests.factories import make_attendee


@pytest.mark.parametrize(
    ("position", "role"),
    [
        *(
            ("통역", "interpreter"),
            ("영어통역", "interpreter"),
            ("通訳", "interpreter"),
        ),
        *(("随行翻译", "interpreter"), ("Interpreter", "interpreter")),
        *(("단장", "head"), ("副団長", "deputy")),
        *(("Head", ""), ("翻译室主任", ""), ("의장", ""), ("과장", ""), ("", "")),
    ],
)
def test_a_position_may_be_the_word_for_a_role(position, role):
    assert role_of_position(position) == role


@pytest.mark.parametrize(
    "position",
    [
        "도지사",
        "경상북도지사",
        "인천광역시장",
        "鳥取県知事",
        "省长",
        "Governor",
        "Mayor of Gumi",
    ],
)
def test_who_governs_is_told_by_the_office(position):
    assert is_head_of_body(position)


@pytest.mark.parametrize(
    "position",
    [
        *(
            "행정부지사",
            "부시장",
            "副知事",
            "副省长",
            "Vice Governor",
            "전 도지사",
            "前知事",
        ),
        *("도지사 비서", "Assistant to the Governor", "Governor's Office", "과장", ""),
    ],
)
def test_who_works_for_them_or_did_govern_is_not(position):
    assert not is_head_of_body(position)


def roles_in(batch):
    return [row.values["role"] for row in batch.rows.all()]


@pytest.mark.django_db
class TestReview:
    HEADINGS = "성명,소속,직위,역할"

    def draft(self, meeting, *rows):
        return draft(meeting, *rows, headings=self.HEADINGS)

    def test_the_only_one_who_governs_is_the_head(self, meeting, provinces):
        rows = ("서도현,경북,도지사,", "한지민,경북,과장,", "오예린,경북,통역,")

        assert roles_in(self.draft(meeting, *rows)) == [
            *("head", "delegate", "interpreter"),
        ]

    def test_a_head_on_the_list_stays_the_head(self, meeting, provinces):
        rows = ("서도현,경북,도지사,", "한지민,경북,부지사,단장")

        assert roles_in(self.draft(meeting, *rows)) == ["delegate", "head"]

    def test_of_two_who_govern_none_is_proposed(self, meeting, provinces):
        rows = ("서도현,경북,도지사,", "한지민,경북,구미시장,")

        assert roles_in(self.draft(meeting, *rows)) == ["delegate", "delegate"]

    def test_a_role_that_is_said_stays(self, meeting, provinces):
        rows = ("서도현,경북,도지사,내빈", "오예린,경북,통역,단원")

        assert roles_in(self.draft(meeting, *rows)) == ["guest", "delegate"]

    def test_a_head_on_record_stays_the_only_one(self, meeting, delegation):
        make_attendee(meeting, delegation=delegation, role="head")

        assert roles_in(self.draft(meeting, "서도현,KR-47,도지사,")) == ["delegate"]

    def test_somebody_who_is_skipped_is_no_head(self, meeting, provinces):
        batch = self.draft(meeting, "서도현,경북,도지사,")
        row = batch.rows.get()
        answer(batch, skip=[row.key])

        assert roles_in(batch) == ["delegate"]
