"""Lists are read however they are laid out: in blocks, forms, cards, on a side."""

import pytest

from meetings.spreadsheets import Sheet
from meetings.spreadsheets.lists.sheets import MeetingMarks
from meetings.spreadsheets.types import Area
from tests.spreadsheets.books import list_of, people_in, read_sheets, refusal_of, sheet

TWO = ["김견본", "이가상"]


def people_of(*rows, **more):
    """The people of a sheet of these rows, each with their cells."""
    reading = read_sheets(sheet("명단", *rows), **more)
    return [person.cells for person in reading.people]


def names_of(*rows):
    return [cells.get("native_name") for cells in people_of(*rows)]


def governments_of(*rows):
    return [cells.get("government") for cells in people_of(*rows)]


def merged(table, *areas, **more):
    """A sheet in which these areas are merged, as a reader of files gives it."""
    rows = [list(row) for row in table.rows]
    for area in areas:
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                rows[row][column] = rows[area.top][area.left]
    return Sheet(table.name, rows, merged=list(areas), **more)


class TestBlocksSideBySide:
    @pytest.mark.parametrize("gap", [[], [None]])
    def test_the_same_headings_again_begin_another_block(self, gap):
        names = names_of(
            ["성명", "소속", *gap, "성명", "소속"],
            ["김견본", "구미시", *gap, "최견본", "포항시"],
            ["이가상", "구미시", *gap, "박예시", "포항시"],
        )

        assert names == ["김견본", "이가상", "최견본", "박예시"]

    def test_a_blank_column_parts_blocks_of_different_languages(self):
        names = names_of(
            ["성명", "소속", None, "氏名", "所属"],
            ["김견본", "구미시", None, "山田見本", "鳥取県"],
        )

        assert names == ["김견본", "山田見本"]

    def test_the_text_above_a_block_is_whose_it_is(self):
        governments = governments_of(
            ["경상북도", "경상북도", "인천광역시", "인천광역시"],
            ["성명", "직위", "성명", "직위"],
            ["김견본", "과장", "최견본", "국장"],
        )

        assert governments == ["경상북도", "인천광역시"]

    def test_people_of_one_row_are_told_apart(self):
        reading = read_sheets(
            sheet(
                "명단",
                ["성명", "소속", "성명", "소속"],
                ["김견본", "구미시", "최견본", "포항시"],
            )
        )

        assert [person.row for person in reading.people] == [2, 2]
        assert [person.part for person in reading.people] == [0, 1]

    def test_a_title_above_one_of_several_blocks_is_no_government(self):
        governments = governments_of(
            ["代表団名簿", None, None, None, None],
            ["氏名", "団体名", None, "氏名", "団体名"],
            ["山田 見本", "岡山県庁", None, "佐藤 見本", "東京都庁"],
        )

        assert governments == ["岡山県庁", "東京都庁"]

    def test_a_second_name_of_other_columns_is_a_question(self):
        reading = read_sheets(
            sheet("명단", ["성명", "소속", "이름"], ["김견본", "구미시", "최견본"])
        )

        (person,) = reading.people
        assert [doubt.code for doubt in person.problems] != []


class TestTablesBelowOneAnother:
    def test_other_headings_begin_another_table(self):
        people = people_of(
            ["성명", "소속", "직위"],
            ["김견본", "구미시", "과장"],
            ["氏名", "連絡先", "所属"],
            ["山田見本", "0857-00-0000", "鳥取県"],
        )

        assert [cells.get("phone") for cells in people] == [None, "0857-00-0000"]

    def test_a_table_of_something_else_makes_nobody(self):
        assert names_of(
            ["성명", "소속", "직위"],
            ["김견본", "구미시", "과장"],
            ["호텔", "주소", "전화"],
            ["견본호텔", "구미시", "054-000-0000"],
        ) == ["김견본"]

    def test_headings_in_another_language_repeat_those_of_the_table(self):
        assert (
            names_of(
                ["성명", "소속", "직위"],
                ["김견본", "구미시", "과장"],
                ["Name", "소속기관", "직책"],
                ["이가상", "구미시", "국장"],
            )
            == TWO
        )


class TestGroupsOfHeadings:
    def test_three_rows_of_headings_are_read(self):
        (cells,) = people_of(
            ["연번", "참가자", "참가자", "참가자"],
            ["연번", "성명", "성명", "연락처"],
            ["연번", "한글", "영문", "이메일"],
            [1, "김견본", "KIM Gyeonbon", "a@example.org"],
        )

        assert cells["native_name"] == "김견본"
        assert cells["family_name"] == "KIM"
        assert cells["email"] == "a@example.org"

    @pytest.mark.parametrize(
        "group", ["담당자", "비상연락처", "連絡担当者", "Focal point"]
    )
    def test_columns_below_somebody_else_are_not_the_attendees(self, group):
        (cells,) = people_of(
            ["소속", "참가자", "참가자", group, group],
            ["소속", "성명", "연락처", "성명", "연락처"],
            ["구미시", "김견본", "010-0000-0001", "윤견본", "010-0000-0002"],
        )

        assert cells["native_name"] == "김견본"
        assert cells["phone"] == "010-0000-0001"

    @pytest.mark.parametrize(
        ("group", "heading"), [("참가자", "여권 번호"), ("Participant", "Passport no")]
    )
    def test_a_passport_below_the_word_for_somebody_is_no_name(self, group, heading):
        (cells,) = people_of(
            [group, group, group, group],
            ["성명", "소속", heading, "직위"],
            ["김견본", "구미시", "M12345678", "과장"],
        )

        assert "M12345678" not in cells.values()

    def test_numbers_of_passports_are_no_names_below_any_heading(self):
        (cells,) = people_of(
            ["성명", "영문 성명(여권)", "소속"], ["김견본", "M12345678", "구미시"]
        )

        assert "M12345678" not in cells.values()

    def test_a_line_below_the_headings_is_none_of_them(self):
        governments = governments_of(
            ["연번", "성명", "직위"],
            ["○ 경상북도 대표단", None, None],
            ["1", "김견본", "과장"],
        )

        assert governments == ["경상북도"]


class TestListsOnTheirSide:
    def test_a_title_above_is_none_of_the_labels(self):
        rows = [
            ["성명", "김견본", "이가상"],
            ["소속", "구미시", "포항시"],
            ["직위", "과장", "국장"],
        ]
        table = sheet("명단", ["참석자 명단", None, None], *rows)

        reading = read_sheets(merged(table, Area(0, 0, 0, 2)))

        assert [name for _sheet, _row, name in people_in(reading)] == TWO

    def test_people_may_stand_in_columns(self):
        people = people_of(
            ["참가자 명단", None, None],
            ["소속", "구미시", "포항시"],
            ["성명", "김견본", "이가상"],
            ["직위", "과장", "국장"],
        )

        assert [cells["native_name"] for cells in people] == TWO
        assert [cells["position"] for cells in people] == ["과장", "국장"]


class TestForms:
    def test_labels_have_their_values_beside_them(self):
        (cells,) = people_of(
            ["참가신청서", None, None, None],
            ["소속", "구미시", "직위", "과장"],
            ["성명(한글)", "김견본", "성명(영문)", "KIM Gyeonbon"],
            ["연락처", "010-0000-0001", "이메일", "a@example.org"],
        )

        assert cells["government"] == "구미시"
        assert (cells["family_name"], cells["given_name"]) == ("KIM", "Gyeonbon")

    def test_each_sheet_may_be_the_form_of_somebody(self):
        forms = [
            sheet(name, ["성명", name], ["소속", "구미시"], ["직위", "과장"])
            for name in TWO
        ]

        reading = read_sheets(*forms)

        assert [name for _sheet, _row, name in people_in(reading)] == TWO
        assert [person.part for person in reading.people] == [0, 0]

    def test_the_label_of_a_group_beside_the_labels_is_no_heading(self):
        (cells,) = people_of(
            ["참석자", "성명", "김견본"],
            ["참석자", "소속", "구미시"],
            ["참석자", "과명", "국제교류과"],
            ["참석자", "직위", "과장"],
            ["참석자", "비고", None],
            ["담당자", "성명", "윤견본"],
            ["담당자", "담당자 tel.", "010-0000-0002"],
        )

        assert cells["native_name"] == "김견본"
        assert (cells["department"], cells["position"]) == ("국제교류과", "과장")
        assert "phone" not in cells

    def test_a_value_that_is_a_word_for_a_field_is_a_value(self):
        (cells,) = people_of(
            ["Name", "KIM Gyeonbon", "Title", "Section Chief"],
            ["Government", "Gumi", "Diet", "Vegetarian"],
            ["E-mail", "kim@example.kr", "Remarks", "Arrives late"],
        )

        assert cells["position"] == "Section Chief"
        assert cells["dietary"] == "Vegetarian"
        assert cells["note"] == "Arrives late"

    def test_cards_begin_where_the_labels_come_again(self):
        people = people_of(
            ["소속", "구미시"],
            ["성명", "김견본"],
            ["성별", "여"],
            ["소속", "포항시"],
            ["성명", "이가상"],
            ["성별", "남"],
        )

        assert [cells["government"] for cells in people] == ["구미시", "포항시"]
        assert not any("여" in cells.values() for cells in people)

    def test_who_fills_in_a_form_is_not_registered(self):
        (cells,) = people_of(
            ["성명", "김견본"],
            ["소속", "구미시"],
            ["직위", "과장"],
            ["담당자", "윤견본"],
            ["담당자 연락처", "010-0000-0002"],
        )

        assert cells["native_name"] == "김견본"
        assert "phone" not in cells

    @pytest.mark.parametrize("below", ["담당자", None])
    def test_all_labels_of_the_contacts_group_are_the_contacts(self, below):
        (cells,) = people_of(
            ["참석자", "성명", "김견본"],
            [None, "소속", "구미시"],
            [None, "직위", "과장"],
            ["담당자", "성명", "윤견본"],
            [below, "전화번호", "010-0000-0002"],
            [below, "이메일", "yun@example.kr"],
        )

        assert cells["native_name"] == "김견본"
        assert not {"phone", "email"} & set(cells)

    def test_whose_companions_are_listed_below_comes_along(self):
        reading = read_sheets(
            sheet(
                "명단",
                ["성명", "김견본", None],
                ["소속", "구미시", None],
                ["직위", "과장", None],
                [None, None, None],
                ["동행자", None, None],
                ["연번", "성명", "직위"],
                ["2", "이가상", "주무관"],
            )
        )

        assert [person.away for person in reading.people] == ["", ""]

    def test_companions_below_a_form_are_read_with_whom_it_is_of(self):
        people = people_of(
            ["참가신청서", None, None],
            ["성명", "김견본", None],
            ["소속", "구미시", None],
            ["동행자 명단", None, None],
            ["성명", "직위", "연락처"],
            ["이가상", "과장", "010-0000-0001"],
        )

        assert [cells["native_name"] for cells in people] == TWO
        assert [cells["government"] for cells in people] == ["구미시", "구미시"]

    def test_who_stands_above_a_list_may_only_have_sent_it(self):
        reading = read_sheets(
            sheet(
                "명단",
                ["회신", None, None],
                ["성명", "윤견본", None],
                ["부서", "총무과", None],
                ["성명", "소속", "직위"],
                ["김견본", "구미시", "과장"],
            )
        )

        assert {p.cells["native_name"]: p.away for p in reading.people} == {
            "윤견본": "above",
            "김견본": "",
        }

    def test_what_is_neither_a_table_nor_a_form_is_refused(self):
        assert (
            refusal_of(sheet("안내", ["일정"], ["10월 15일"], ["장소"])) == "no_header"
        )


class TestRowsOfOnePerson:
    def test_a_reading_stands_above_the_name(self):
        table = sheet(
            "名簿",
            ["番号", "氏名", "所属"],
            [1, "やまだ みほん", "鳥取県"],
            [None, "山田 見本", None],
        )

        reading = read_sheets(merged(table, Area(1, 0, 2, 0), Area(1, 2, 2, 2)))

        (person,) = reading.people
        assert person.cells["native_name"] == "山田 見本"
        assert person.cells["reading"] == "やまだ みほん"

    def test_readings_stand_above_names_that_have_the_numbers(self):
        people = people_of(
            ["番号", "氏名", "役職"],
            [None, "ヤマダ ミホン", None],
            [1, "山田 見本", "課長"],
            [None, "サトウ ミホン", None],
            [2, "佐藤 見本", "係長"],
        )

        assert [(p["native_name"], p["reading"]) for p in people] == [
            ("山田 見本", "ヤマダ ミホン"),
            ("佐藤 見本", "サトウ ミホン"),
        ]

    def test_a_heading_of_readings_may_stand_below_that_of_names(self):
        (cells,) = people_of(
            ["氏名", "所属", "役職"],
            ["ふりがな", None, None],
            ["山田 見本", "鳥取県", "課長"],
            ["やまだ みほん", None, None],
        )

        assert (cells["native_name"], cells["reading"]) == (
            "山田 見本",
            "やまだ みほん",
        )

    def test_kana_below_one_name_alone_may_be_somebody(self):
        reading = read_sheets(
            sheet(
                "名簿",
                ["氏名", "役職"],
                ["山田 見本", "課長"],
                ["ヤマダ サラ", None],
                ["佐藤 見本", "係長"],
            )
        )

        warnings = [[w.code for w in person.warnings] for person in reading.people]
        assert warnings == [["reading_below"], []]

    def test_kana_below_every_name_are_how_it_is_read(self):
        reading = read_sheets(
            sheet(
                "名簿",
                ["氏名", "役職"],
                ["山田 見本", "課長"],
                ["やまだ みほん", None],
                ["佐藤 見本", "係長"],
                ["さとう みほん", None],
            )
        )

        assert not any(person.warnings for person in reading.people)

    def test_a_name_in_the_other_script_stands_below(self):
        (cells,) = people_of(
            ["번호", "성명", "소속"],
            [1, "김견본", "구미시"],
            [None, "KIM Gyeonbon", None],
        )

        assert (cells["native_name"], cells["family_name"]) == ("김견본", "KIM")

    def test_two_people_of_one_body_stay_two(self):
        table = sheet(
            "명단", ["소속", "성명"], ["구미시", "김견본"], [None, "LEE Gasang"]
        )

        assert len(read_sheets(merged(table, Area(1, 0, 2, 0))).people) == 2


class TestWhoStaysAway:
    def test_a_hidden_row_is_of_somebody_who_may_not_come(self):
        table = sheet(
            "명단", ["성명", "소속"], ["김견본", "구미시"], ["이가상", "구미시"]
        )
        reading = read_sheets(Sheet("명단", table.rows, hidden_rows=frozenset({2})))

        assert [person.away for person in reading.people] == ["", "hidden"]

    def test_a_name_that_is_struck_through_is_of_somebody_who_stays_away(self):
        table = sheet("명단", ["성명", "소속"], ["김견본", "구미시"])
        reading = read_sheets(Sheet("명단", table.rows, struck={(1, 0): "김견본"}))

        assert [person.away for person in reading.people] == ["struck"]

    def test_another_cell_that_is_struck_through_is_told_and_not_taken(self):
        table = sheet("명단", ["성명", "소속", "연락처"], ["김견본", "구미시", "010"])
        reading = read_sheets(Sheet("명단", table.rows, struck={(1, 2): "010"}))

        (person,) = reading.people
        assert "phone" not in person.cells
        assert [(w.code, w.value) for w in person.warnings] == [("struck_part", "010")]

    def test_a_hidden_column_is_left_out_and_told(self):
        rows = [["성명", "소속", "연락처"], ["김견본", "구미시", "010-0000-0001"]]
        reading = read_sheets(Sheet("명단", rows, hidden_columns=frozenset({2})))

        assert "phone" not in reading.people[0].cells
        assert [unread.why for unread in reading.unread] == ["hidden_column"]


class TestMarksInColumns:
    @pytest.mark.parametrize("heading", ["만찬 참석", "視察参加", "Dinner attendance"])
    def test_who_skips_a_dinner_comes_all_the_same(self, heading):
        (cells,) = people_of(["성명", "소속", heading], ["김견본", "구미시", "X"])

        assert "status" not in cells

    def test_no_below_being_there_is_told(self):
        reading = read_sheets(
            sheet(
                "명단",
                ["성명", "소속", "현장 참석 여부"],
                ["김견본", "구미시", "예"],
                ["이가상", "구미시", "아니오"],
            )
        )

        warnings = [[w.code for w in person.warnings] for person in reading.people]
        assert warnings == [[], ["may_stay_away"]]

    @pytest.mark.parametrize("tick", ["○", "V", "X"])
    def test_a_mark_says_what_its_heading_does(self, tick):
        people = people_of(
            ["성명", "소속", "현장참석", "온라인참석"],
            ["김견본", "구미시", tick, None],
            ["이가상", "구미시", None, tick],
        )

        assert [cells["mode"] for cells in people] == ["현장참석", "온라인참석"]

    def test_a_cross_says_no_beside_other_marks(self):
        (cells,) = people_of(
            ["성명", "소속", "현장참석", "온라인참석"], ["김견본", "구미시", "X", "O"]
        )

        assert cells["mode"] == "온라인참석"


class TestNobodyIsTakenForAMark:
    @pytest.mark.parametrize(
        "name", ["박은주", "이영구", "김도", "최정도", "전체민", "박예시"]
    )
    def test_a_name_alone_in_its_row_is_somebody(self, name):
        assert names_of(["성명", "소속"], ["김견본", "구미시"], [name, None]) == [
            "김견본",
            name,
        ]

    def test_yes_in_the_last_column_is_no_example(self):
        assert names_of(["성명", "소속", "동의"], ["김견본", "구미시", "예"]) == [
            "김견본"
        ]

    @pytest.mark.parametrize(
        "label", ["담당자", "작성자", "문의처", "联系人", "問合せ先"]
    )
    def test_a_contact_below_the_list_is_nobody_of_it(self, label):
        assert names_of(
            ["성명", "직위", "연락처"],
            ["김견본", "과장", "010-0000-0001"],
            [None, None, None],
            [label, "윤견본", "010-0000-0002"],
        ) == ["김견본"]

    def test_a_heading_may_begin_with_a_day(self):
        assert names_of(
            ["성명", "직위", "10/21 환영만찬"], ["김견본", "과장", "O"]
        ) == ["김견본"]

    def test_yes_below_who_comes_is_no_example(self):
        assert names_of(["성명", "참석 여부", "소속"], ["김견본", "예", "구미시"]) == [
            "김견본"
        ]

    def test_a_total_may_stand_under_any_heading(self):
        assert names_of(
            ["성명", "소속", "이메일"],
            ["김견본", "구미시", "kim@example.kr"],
            ["소계", None, "1명"],
        ) == ["김견본"]

    @pytest.mark.parametrize("post", ["비서", "담당자", "秘書", "Assistant"])
    def test_a_post_of_somebody_who_helps_is_no_contact(self, post):
        assert names_of(["직위", "성명", "소속"], [post, "김견본", "구미시"]) == [
            "김견본"
        ]

    @pytest.mark.parametrize("sample", ["예) 홍길동", "(예시) 홍길동", "예시 홍길동"])
    def test_a_sample_is_marked_before_its_name(self, sample):
        assert names_of(["성명", "소속"], [sample, "구미시"], ["김견본", "구미시"]) == [
            "김견본"
        ]


class TestSheetsOfOtherMeetings:
    @pytest.mark.parametrize(
        "name",
        ["2024", "2024년 명단", "제25회 참가자", "第25回名簿", "昨年", "Last year"],
    )
    def test_a_sheet_of_another_meeting_is_not_merged(self, name):
        reading = read_sheets(
            list_of("명단", "김견본"),
            list_of(name, "이가상"),
            meeting=MeetingMarks(2025, 26),
        )

        assert len(reading.people) == 1
        assert [unread.is_asked for unread in reading.unread] == [True]

    def test_sheets_of_the_meeting_itself_are_read(self):
        reading = read_sheets(
            list_of("2025 구미시", "김견본"),
            list_of("2025 포항시", "이가상"),
            meeting=MeetingMarks(2025, 26),
        )

        assert len(reading.people) == 2


class TestWhoIsNotMarked:
    def test_a_blank_beside_marks_of_who_comes_is_told(self):
        reading = read_sheets(
            sheet(
                "명단",
                ["성명", "소속", "참석여부"],
                ["김견본", "구미시", "O"],
                ["이가상", "구미시", None],
            )
        )

        assert [[w.code for w in p.warnings] for p in reading.people] == [
            [],
            ["unmarked"],
        ]
