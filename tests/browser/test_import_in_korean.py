"""In Korean: answers are kept, changed, and unread cells are answered for."""

import io

import pytest
from playwright.sync_api import expect

from meetings import spreadsheets
from meetings.models import Attendee, ImportBatch
from tests.factories import make_country, make_government, make_meeting, make_series

LIST = """성명,소속,직위,구분,휴대폰
김견본,산시성,부성장,단장,010-1111-2222
이견본,산시성,주무관,수행,010-3333-4444
박견본,경상북도,국장,아무개,010-5555-6666
"""


def make_province(code, name_en, name_zh, number, capital):
    """A province that is called 산시성 in Korean, and its capital."""
    country = make_country("CN")
    names = {"name_ko": "산시성", "name_en": name_en, "name_zh": name_zh}
    province = make_government(code, country, **names)
    city = {"level": "municipality", "kind": "prefecture_level_city"}
    names = {"name_ko": capital, "official_code": number, "parent": province}
    make_government(f"{code}-capital", country, **city, **names)


@pytest.fixture
def meeting():
    make_government("KR-47", name_ko="경상북도", name_en="North Gyeongsang")
    make_province("CN-SN", "Shaanxi", "陕西省", "610100", "시안시")
    make_province("CN-SX", "Shanxi", "山西省", "140100", "타이위안시")
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")


@pytest.fixture
def desk(page, live_server, sign_in, editor, meeting):
    """The page of the meeting's lists, in Korean."""
    editor.language = "ko"
    editor.save()
    sign_in(editor)
    page.goto(f"{live_server.url}/meetings/tlgec-27/import/")
    page.wait_for_load_state()
    return page


def workbook():
    """The list, and a sheet of cars with their drivers."""
    head, *rows = (line.split(",") for line in LIST.splitlines())
    cars = [["12가3456", "최견본"], ["34나5678", "정견본"]]
    sheets = [("명단", head, rows), ("차량", ["차량번호", "운전자"], cars)]
    file = io.BytesIO()
    spreadsheets.write_workbook(
        file,
        [
            (name, [spreadsheets.Column(text) for text in headings], cells)
            for name, headings, cells in sheets
        ],
    )
    return file.getvalue()


def send(page, name="명단.csv", content=None):
    content = content or LIST.encode()
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.get_by_label("명단 파일").set_input_files(file)
    page.get_by_role("button", name="명단 읽기").click()
    page.get_by_role("button", name="검토 단계로").click()
    expect(page.get_by_role("button", name="답 저장").last).to_be_visible()


def question(page):
    return page.get_by_role("group", name="“산시성”")


def test_a_wrong_answer_is_changed(desk, said):
    page = desk
    send(page)
    shaanxi = question(page).get_by_label("陕西省 Shaanxi, 성도 시안")
    question(page).get_by_label("山西省 Shanxi, 성도 타이위안").check()
    page.get_by_role("button", name="답 저장").last.click()
    answered = page.get_by_role("region", name="답변한 질문")
    expect(answered).to_contain_text("Shanxi")

    answered.get_by_role("button", name="답 바꾸기: “산시성”").click()
    shaanxi.check()
    page.get_by_role("button", name="답 저장").last.click()

    expect(answered).to_contain_text("Shaanxi")
    assert ImportBatch.objects.get().answers.meanings_of("body") == {"산시성": "CN-SN"}
    assert said == []


def test_a_ticked_answer_is_not_lost_by_going_on(desk, said):
    page = desk
    send(page)
    question(page).get_by_label("Shaanxi").check()

    page.get_by_role("button", name="확정 단계로").click()
    expect(page.get_by_text("아직 1개 행에 문제가 있습니다.")).to_be_visible()
    expect(page.get_by_role("region", name="답변한 질문")).to_contain_text("Shaanxi")
    role = page.get_by_role("group", name="“아무개”")
    role.get_by_label("다른 항목").select_option("staff")
    page.get_by_role("link", name="신규 2").click()
    expect(page.get_by_role("link", name="문제 0")).to_be_visible()
    page.get_by_role("button", name="확정 단계로").click()
    page.get_by_role("button", name="확정하고 저장").click()

    expect(page.get_by_role("heading", name="명단.csv")).to_be_visible()
    assert set(Attendee.objects.values_list("person__native_name", "role")) == {
        ("김견본", "head"),
        ("이견본", "staff"),
        ("박견본", "staff"),
    }
    assert said == []


def test_an_unread_block_is_seen_and_answered(desk, said):
    page = desk
    send(page, "명단.xlsx", workbook())
    question(page).get_by_label("Shaanxi").check()
    page.get_by_role("group", name="“아무개”").get_by_label("다른 항목").select_option(
        "staff"
    )

    page.get_by_role("button", name="확정 단계로").click()
    asked = page.get_by_role("group", name="사람으로 보이는 칸인데 읽지 않았습니다.")
    expect(asked).to_contain_text("최견본")
    asked.get_by_label("이 칸에는 등록할 사람이 없습니다").check()
    page.get_by_role("button", name="검토 단계로").click()
    page.get_by_role("button", name="확정 단계로").click()

    expect(page.get_by_role("button", name="확정하고 저장")).to_be_visible()
    assert ImportBatch.objects.get().answers.unread_seen == {"차량!A1:B3"}
    assert said == []
