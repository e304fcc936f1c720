"""What our exporter writes reads back equal; nothing that is sent is an exception."""

import datetime as dt
import io
import unicodedata

import pytest
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from meetings import spreadsheets
from meetings.attendee_import import drafts
from meetings.attendee_import.drafts import UnreadableList, store
from meetings.attendee_import.report import report_of
from meetings.attendee_import.review import review
from meetings.attendee_import.values import with_blanks
from meetings.exports import LISTINGS
from meetings.models import Attendee, ImportBatch
from meetings.models.attendees import AttendeeStatus, Mode
from meetings.models.delegations import Role
from meetings.spreadsheets.child import pack_reading, read_book
from meetings.spreadsheets.lists.recognition import recognize
from tests.factories import (
    make_delegation,
    make_government,
    make_meeting,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db

LANGUAGES = st.sampled_from(["en", "ko", "ja", "zh-hans"])
SUFFIXES = st.sampled_from(["xlsx", "ods", "csv"])
LISTING = LISTINGS["attendees"]
ALL = list(LISTING.allowed_columns(with_sensitive=True))
# What a form lets through: no control characters but blanks, no half characters.
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=20
) | st.sampled_from(
    [
        "=1+1",
        "+82 10",
        "-",
        "@x",
        "\t=1",
        "'=1",
        "0010",
        "1e5",
        "None",
        "없음",
        "합계",
        "예시",
        "온라인",
        "통역",
        "Name",
        "Total",
        "김 (KIM)",
        "＝1",
        "한글",
        "ᄒ",
        "ﾊﾝｶｸ",
    ]
)
NAMES = st.text(
    st.sampled_from("김이박최민준서연지우"), min_size=2, max_size=5
) | st.text(st.sampled_from("髙橋美咲王建国"), min_size=2, max_size=5)
NOTHING = st.just("")
LATIN = st.text(st.sampled_from("ABCDEFabcdefghij"), min_size=2, max_size=8)
DAYS = st.none() | st.dates(dt.date(2026, 10, 20), dt.date(2026, 10, 22))


@st.composite
def attendees(draw, text=TEXT, behind_name=NOTHING):
    """The fields of an attendee and of the person, of any that are valid.

    A name is read with what stands behind it, unless a reference says who it is.
    """
    arrival = draw(DAYS)
    person = {
        "native_name": draw(NAMES) + draw(behind_name),
        "family_name": draw(LATIN | st.just("")),
        "given_name": draw(LATIN | st.just("")),
        "reading": draw(text),
        "phone": draw(text),
        "email": draw(st.sampled_from(["", "a@example.org", "B.c@example.org"])),
    }
    attendee = {
        "role": draw(st.sampled_from(Role.values[1:])),
        "mode": draw(st.sampled_from(["", *Mode.values])),
        "status": draw(st.sampled_from(AttendeeStatus.values[:4])),
        "arrives_on": arrival,
        "departs_on": draw(st.none() | st.just(arrival)),
    }
    texts = ("position", "department", "languages", "dietary", "lodging", "note")
    return person, attendee | {name: draw(text) for name in texts}


@pytest.fixture(autouse=True)
def in_process(monkeypatch):
    """Read here, not in a child: the same code, a thousand times as often."""

    def read_people(content, choices):
        book = read_book(bytes(content), choices.encoding)
        head, people = pack_reading(recognize(book, choices))
        return head, b"".join(people)

    monkeypatch.setattr(drafts, "read_people", read_people)


@pytest.fixture
def delegations():
    meeting = make_meeting(date="2026-10-21")
    return [
        make_delegation(meeting, government=make_government("KR-47")),
        make_delegation(meeting, government=make_government("KR-48")),
        make_delegation(meeting, organization=make_organization("clair")),
    ]


def register(delegations, people):
    for n, (person, attendee) in enumerate(people):
        Attendee.objects.create(
            delegation=delegations[n % len(delegations)],
            person=make_person(**person),
            **attendee,
        )


def batch_of(meeting, content, name="list"):
    batch = ImportBatch(
        meeting=meeting, file_name=name, content=content, made_at=timezone.now()
    )
    drafts.read_list(batch)
    return batch


def exported(meeting, suffix, keys):
    file = io.BytesIO()
    columns = LISTING.choose_columns(keys, with_sensitive=True)
    sheet = LISTING.sheet("List", meeting.attendees.order_by("pk"), columns)
    spreadsheets.write_as(suffix, file, [sheet])
    return file.getvalue()


def rolled_back(function):
    """Run each example in a transaction of its own that leaves nothing."""

    def run(*args, **kwargs):
        with transaction.atomic():
            function(*args, **kwargs)
            transaction.set_rollback(True)

    return run


FEW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@FEW
@given(
    people_and_keys=st.tuples(st.lists(attendees(), min_size=1, max_size=4), st.none())
    | st.tuples(
        st.lists(attendees(behind_name=TEXT), min_size=1, max_size=4), st.just(ALL)
    ),
    language=LANGUAGES,
    suffix=SUFFIXES,
)
def test_a_list_that_we_wrote_changes_nothing(
    delegations, people_and_keys, language, suffix
):
    people, keys = people_and_keys

    @rolled_back
    def check():
        meeting = delegations[0].meeting
        register(delegations, people)
        with override(language):
            batch = batch_of(meeting, exported(meeting, suffix, keys))

        rows = review(batch).rows

        assert [(row.state, row.changes) for row in rows] == [
            ("unchanged", {}) for _ in people
        ]

    check()


PLAIN = st.text(
    st.characters(categories=["L", "Nd"], exclude_characters="ﬀ"), max_size=12
).filter(lambda text: unicodedata.is_normalized("NFC", text))


@FEW
@given(
    people=st.lists(
        attendees(PLAIN.map(lambda text: f"x{text}")),
        min_size=1,
        max_size=4,
        unique_by=lambda each: each[0]["native_name"],
    ),
    language=LANGUAGES,
    suffix=SUFFIXES,
)
def test_a_list_that_we_wrote_reads_back_equal(delegations, people, language, suffix):
    @rolled_back
    def check():
        register(delegations, people)
        keys = [key for key in ALL if key != "reference"]
        with override(language):
            content = exported(delegations[0].meeting, suffix, keys)
        assume(len({p["native_name"] for p, _a in people}) == len(people))
        Attendee.objects.all().delete()
        rows = review(batch_of(delegations[0].meeting, content)).rows

        for row, (person, attendee) in zip(rows, people, strict=True):
            for name, value in (person | attendee).items():
                wanted = value.isoformat() if isinstance(value, dt.date) else value
                # Without references it may be a delegation's, and 참석 to come.
                right = {wanted, "registered"} if wanted == "attended" else {wanted}
                assert with_blanks(row.values)[name] in right, name

    check()


@FEW
@given(content=st.binary(min_size=1, max_size=300))
def test_any_bytes_give_a_report_or_a_sentence(delegations, content):
    assert_report_or_sentence(delegations[0].meeting, content)


TABLES = st.lists(
    st.lists(TEXT | st.sampled_from(["성명", "소속", "역할", "氏名"]), max_size=6),
    min_size=1,
    max_size=12,
)


@FEW
@given(rows=TABLES)
def test_any_table_gives_a_report_or_a_sentence(delegations, rows):
    text = "\n".join(",".join(row) for row in rows)
    assert_report_or_sentence(delegations[0].meeting, text.encode())


def assert_report_or_sentence(meeting, content):
    with transaction.atomic():
        try:
            batch = batch_of(meeting, content)
        except UnreadableList as error:
            sentence = str(error)
        else:
            sentence = ""
            found = review(batch)
            store(batch, found, timezone.now())
            report = report_of(batch, found.rows, found.summary, found.missing)
            assert report["summary"]["rows"] == len(found.rows)
        assert not sentence or sentence.endswith(".")
        transaction.set_rollback(True)
