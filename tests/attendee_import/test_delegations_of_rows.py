"""Whose delegation a row belongs to: by a column, the sheet's name, or the file."""

import io

import pytest

from meetings.models.delegations import DelegationStatus
from meetings.spreadsheets import Column, write_streamed_xlsx
from tests.attendee_import.reviews import codes, only_row, reviewed
from tests.factories import make_government, make_organization

pytestmark = pytest.mark.django_db


def test_a_row_of_no_body_is_a_problem_unless_staff_say_whose_all_are(
    meeting, delegation
):
    assert codes(reviewed(meeting, "김견본,,,")) == [["no_government"]]
    row = only_row(meeting, "김견본,,,", choices={"delegation": "KR-47"})
    assert (row.state, row.values["government"]) == ("new", "KR-47")


def test_a_sheet_may_be_called_by_its_body(meeting, delegation):
    file = io.BytesIO()
    write_streamed_xlsx(
        file, "견본도", [Column("성명"), Column("직위")], [("김견본", "과장")]
    )

    row = only_row(meeting, content=file.getvalue())

    assert (row.key, row.values["government"]) == ("견본도!2", "KR-47")


def test_a_body_may_be_an_organisation(meeting):
    make_organization("sample", name_ko="견본협회")

    row = only_row(meeting, "김견본,견본협회,,")

    assert row.values["organization"] == "sample"
    assert "government" not in row.values


def test_a_city_counts_before_its_province(meeting, delegation):
    parent = delegation.government
    make_government(
        "KR-47-x", name_ko="모의시", kind="city", level="municipality", parent=parent
    )

    row = only_row(meeting, "김견본,견본도,모의시", headings="성명,시도,시군구")

    assert row.values["government"] == "KR-47-x"


def test_an_office_beside_the_body_is_the_department(meeting, delegation):
    row = only_row(meeting, "김견본,견본도 국제과,,")

    assert (row.values["government"], row.values["department"]) == ("KR-47", "국제과")


def test_nobody_is_registered_for_who_declined(meeting, delegation):
    delegation.status = DelegationStatus.DECLINED
    delegation.save()

    assert codes(reviewed(meeting, "김견본,견본도,,")) == [["declined"]]
