"""Papers are set with the fonts of three countries."""

import pytest


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/documents" in str(item.path):
            item.add_marker(pytest.mark.needs("fonts-noto-cjk"))
