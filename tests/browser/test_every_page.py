"""Every page in four languages, wide and narrow, light and dark: usable and silent."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.factories import make_attendee, make_delegation, make_meeting
from tests.walk import Samples, pages

PAGES = sorted(pages())
# Of the back office one model stands for all: its pages are made by the same code.
BACK_OFFICE = ["admin:index", "admin:secretariat_user_add"] + [
    f"admin:meetings_government_{page}"
    for page in (
        "changelist",
        "add",
        "change",
        "history",
        "simple_history",
        "import",
        "export",
    )
]

LOOKS = [
    ("en", 1280, "light"),
    ("ko", 360, "dark"),
    ("ja", 1280, "dark"),
    ("zh-hans", 360, "light"),
]


@pytest.fixture
def samples(manager):
    samples = Samples(manager)
    meeting = make_meeting(date="2099-10-21/2099-10-24")
    for status in ("registered", "cancelled"):
        make_attendee(delegation=make_delegation(meeting), status=status)
    return samples


def findings(page):
    """What axe finds, as a dict of rules and the places they are broken in."""
    violations = Axe().run(page).response["violations"]
    return {v["id"]: [node["html"][:150] for node in v["nodes"]] for v in violations}


def look_at(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)


@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_every_page_is_accessible_and_silent(
    page, live_server, sign_in, manager, samples, said, language, width, scheme
):
    manager.language = language
    manager.save()
    sign_in(manager)
    look_at(page, width, scheme)
    found = {}

    for route in PAGES:
        response = page.goto(live_server.url + samples.address(route))
        assert response.status == 200, route
        if broken := findings(page):
            found[route] = broken
        overflow = "document.documentElement.scrollWidth - innerWidth"
        assert page.evaluate(overflow) <= 0, f"{route} is wider than {width} pixels"

    assert found == {}
    assert said == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_signing_in_is_accessible_and_silent(page, live_server, said, width, scheme):
    look_at(page, width, scheme)

    page.goto(f"{live_server.url}/account/login/")

    assert findings(page) == {}
    assert said == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_the_back_office_is_silent(
    page, live_server, sign_in, manager, samples, said, width, scheme
):
    sign_in(manager)
    look_at(page, width, scheme)

    for route in BACK_OFFICE:
        response = page.goto(live_server.url + samples.address(route))
        assert response.status == 200, route

    assert said == []


def test_a_page_that_is_not_there_is_accessible(page, live_server, sign_in, manager):
    sign_in(manager)

    page.goto(f"{live_server.url}/nosuch/")

    assert findings(page) == {}
