"""Telephone numbers and addresses as lists write them."""

import pytest

from meetings.attendee_import.contacts import find_address, problem_with_phone


@pytest.mark.parametrize(
    "text",
    [
        *(
            "010-1234-5678",
            "010 1234 5678 (비서)",
            "02-1234-5678(내선 12)",
            "13800138000",
        ),
        *("+86-25-0000-0000 ext. 12", "090-0000-0001(秘書)", "8613800138000"),
        *("0857-26-7111(代)", "010-1111-2222 / 02-123-4567", "+1 202 555 0143"),
    ],
)
def test_a_number_that_may_be_called_is_no_problem(text):
    assert problem_with_phone(text, is_number=False) == ""


@pytest.mark.parametrize(
    "text", ["비서실", "123", "내선 1234", "010-0000-0001111111111"]
)
def test_what_can_be_no_number_is_told(text):
    assert problem_with_phone(text, is_number=False) == "no_phone"


@pytest.mark.parametrize("text", ["1.01235E+09", "4.41E+11"])
def test_a_number_that_a_spreadsheet_shortened_is_damaged(text):
    assert problem_with_phone(text, is_number=False) == "damaged_phone"


@pytest.mark.parametrize("text", ["1012345678", "9000000001"])
def test_a_cell_that_is_a_number_may_have_lost_its_zero(text):
    assert problem_with_phone(text, is_number=True) == "phone_without_zero"
    assert problem_with_phone("13800138000", is_number=True) == ""


@pytest.mark.parametrize(
    ("text", "address", "doubt"),
    [
        ("seo@example.kr", "seo@example.kr", ""),
        ("mailto:mio@example.jp", "mio@example.jp", ""),
        ("SEO Dohyun <seo@example.kr>", "seo@example.kr", ""),
        ('"SEO, Dohyun" <seo@example.kr>;', "seo@example.kr", ""),
        ("seo@example.kr;", "seo@example.kr", ""),
        ("ren@example.jp（秘書）", "ren@example.jp", "email_cut"),
        ("chen@example.cn / 12345@qq.com", "chen@example.cn", "first_of_emails"),
        ("yu..ono.@docomo.example.jp", "yu..ono.@docomo.example.jp", ""),
    ],
)
def test_an_address_is_taken_out_of_what_stands_around_it(text, address, doubt):
    assert find_address(text) == (address, doubt)


@pytest.mark.parametrize(
    "text", ["han(at)example.kr", "a b@example.org", "a@b", "a@b@c.org", "yu..o@ex.jp"]
)
def test_what_is_no_address_is_not_mended(text):
    assert find_address(text) == ("", "")
