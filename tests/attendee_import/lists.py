"""Lists written in a test, and the stored drafts that they become."""

from django.utils import timezone

from meetings.attendee_import.drafts import read_list, store
from meetings.attendee_import.review import review
from meetings.models.import_answers import ImportAnswers
from tests.attendee_import.reviews import batch_of

HEADINGS = "성명,소속,직위,역할,이메일,휴대폰"
NOW = timezone.now()
THREE = (
    "김견본,경북,과장,단장,sample@example.org,010-1111-2222",
    "이견본,경북,주무관,수행,,",
    "박견본,KR-48,국장,단장,,",
)


def draft(meeting, *rows, headings=HEADINGS, **decided):
    """A stored draft of a list with these rows, each a line of CSV."""
    batch = batch_of(meeting, *rows, headings=headings, **decided)
    read_list(batch)
    store(batch, review(batch), timezone.now())
    return batch


def answer(batch, **answers):
    """Answer questions of a draft, by their names in JSON, and review it again."""
    batch.answers = ImportAnswers.from_json(batch.answers.to_json() | answers)
    store(batch, review(batch), timezone.now())
