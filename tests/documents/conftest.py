"""Papers are set with the fonts of three countries."""

import pytest

from tests.documents.calendars import make_meeting_in_korea


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/documents" in str(item.path):
            item.add_marker(pytest.mark.needs("fonts-noto-cjk"))


@pytest.fixture
def meeting():
    return make_meeting_in_korea()
