"""A meeting that lists are sent to, and the government that they name."""

import pytest

from tests.factories import make_government, make_meeting, make_series


@pytest.fixture
def gyeongbuk():
    return make_government(
        "KR-47", short_ko="경북", name_ko="경상북도", name_en="Gyeongbuk"
    )


@pytest.fixture
def meeting(gyeongbuk):
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")
