"""The office that a position names, in the order of protocol."""

import pytest

from meetings.text.offices import Office, office_of

POSITIONS = {
    Office.GOVERNOR: [
        "도지사",
        "경상북도지사",
        "鳥取県知事",
        "省长",
        "内蒙古自治区主席",
        "Governor",
        "Governor of Tottori Prefecture",
        "Acting Governor",
        "회장 / 도지사",
    ],
    Office.VICE_GOVERNOR: [
        "행정부지사",
        "행정1부지사",
        "경제부지사",
        "副知事",
        "副省长",
        "Vice Governor",
        "Vice-Governor of Jilin",
        "Deputy Governor",
    ],
    Office.MAYOR: [
        "시장",
        "구미시장",
        "군수",
        "鳥取市長",
        "市长",
        "Mayor of Gumi",
        "MAYOR",
    ],
    Office.VICE_MAYOR: ["부시장", "副市長", "副市长", "Deputy Mayor"],
    Office.OTHER: [
        "",
        "국장",
        "시장 비서관",
        "도지사 비서실장",
        "知事公室長",
        "市长助理",
        "전 도지사",
        "前知事",
        "지사장",
        "Governor's Office",
        "Governor’s secretary",
        "Governor Office Director",
        "Assistant to the Governor",
        "Director",
        "지사" * 40,
    ],
}


@pytest.mark.parametrize(
    ("position", "office"),
    [(position, office) for office, each in POSITIONS.items() for position in each],
)
def test_a_position_names_an_office(position, office):
    assert office_of(position) == office
