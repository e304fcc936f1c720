"""The page that says whose data the record uses."""

import re

import pytest
from django.utils.html import escape

from meetings.models.names import LANGUAGES
from meetings.record.credits import load_credits, load_notices

pytestmark = pytest.mark.django_db

LINK = re.compile(r'<a href="(https?://[^"]+)"([^>]*)>')


def page_in(client, user, language):
    user.language = "zh-hans" if language == "zh" else language
    user.save()
    return client.get("/credits/").content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_credit_is_told_in_the_readers_language(viewer_client, viewer, language):
    page = page_in(viewer_client, viewer, language)

    for credit in load_credits(language):
        for text in (credit.title, credit.holder, credit.licence, credit.taken):
            assert escape(text) in page
        assert escape(credit.changed) in page
        assert escape(credit.url) in page


def test_notices_are_there_in_full(viewer_client):
    page = viewer_client.get("/credits/").content.decode()

    for name, text in load_notices().items():
        assert f'href="#{name}"' in page
        assert f'id="{name}"' in page
        assert escape(text) in page


def test_nobody_is_told_where_a_reader_comes_from(viewer_client):
    links = LINK.findall(viewer_client.get("/credits/").content.decode())

    assert len(links) > len(load_credits("en"))
    assert {rest.strip() for _address, rest in links} == {'rel="noreferrer"'}


def test_every_page_leads_to_the_credits_and_the_glossary(viewer_client, client):
    for address in ("/credits/", "/glossary/"):
        assert f'href="{address}"' in viewer_client.get("/").content.decode()
        assert f'href="{address}"' not in client.get("/account/login/").content.decode()
