"""Plain makers of rows: what a test does not name is valid and of no consequence."""

import json
import zlib
from itertools import count

from django.utils import timezone

from meetings.agenda.agenda import load_agenda
from meetings.agenda.versions import frozen_snapshot
from meetings.attendee_import.drafts import store
from meetings.attendee_import.review import review
from meetings.models import (
    AgendaItem,
    AgendaVersion,
    Alias,
    Appointment,
    Attendee,
    CalendarFeed,
    Citation,
    Country,
    Decision,
    Delegation,
    ExportFile,
    ExportLog,
    ExportProfile,
    Figure,
    GlossaryTerm,
    Government,
    GovernmentName,
    ImportBatch,
    ItemMinutes,
    Meeting,
    MeetingHost,
    Organization,
    OrganizationName,
    Person,
    Presenter,
    Series,
    SeriesHost,
    SeriesMembership,
    SeriesName,
    Session,
    Source,
    Statement,
)

numbers = count(1)


def make_country(code="KR", **fields):
    country, _made = Country.objects.get_or_create(
        code=code, defaults={"name_en": f"Country {code}"} | fields
    )
    return country


def make_government(code=None, country=None, **fields):
    country = country or make_country()
    n = next(numbers)
    defaults = {
        "level": "province",
        "kind": "province",
        "name_en": f"Province {n}",
        "name_ko": f"도{n}",
    }
    code = code or f"{country.code}-x{n}"
    if fields.get("valid_to") and "successor" not in fields:
        defaults["successor"] = make_government(country=country)
    return Government.objects.create(code=code, country=country, **defaults | fields)


def make_organization(key=None, **fields):
    key = key or f"body-{next(numbers)}"
    defaults = {"kind": "association", "name_en": f"Body {key}"}
    return Organization.objects.create(key=key, **defaults | fields)


def make_series(slug=None, **fields):
    slug = slug or f"s{next(numbers)}"
    return Series.objects.create(slug=slug, **{"name_en": "Conference"} | fields)


def make_meeting(series=None, **fields):
    n = next(numbers)
    series = series or make_series()
    defaults = {"number": n, "date": "2026", "country": make_country()}
    return Meeting.objects.create(series=series, **defaults | fields)


def make_person(**fields):
    n = next(numbers)
    defaults = {
        "native_name": f"김견본{n}",
        "family_name": "Kim",
        "given_name": f"Sample-{n}",
    }
    return Person.objects.create(**defaults | fields)


def make_delegation(meeting=None, **fields):
    if not fields.keys() & {"government", "organization"}:
        fields["government"] = make_government()
    return Delegation.objects.create(meeting=meeting or make_meeting(), **fields)


def make_attendee(meeting=None, **fields):
    if "delegation" not in fields:
        fields["delegation"] = make_delegation(meeting)
    fields.setdefault("person", None)
    person = fields.pop("person") or make_person()
    return Attendee.objects.create(person=person, **fields)


def make_source(key=None, **fields):
    key = key or f"source-{next(numbers)}"
    return Source.objects.create(key=key, **{"title": f"Title of {key}"} | fields)


def make_citation(meeting=None, **fields):
    defaults = {"field": "place", "printed": f"Place {next(numbers)}"}
    fields.setdefault("source", None)
    source = fields.pop("source") or make_source()
    meeting = meeting or make_meeting()
    return Citation.objects.create(meeting=meeting, source=source, **defaults | fields)


def make_figure(meeting=None, **fields):
    defaults = {"unit": "participants", "value": 300}
    fields.setdefault("source", None)
    source = fields.pop("source") or make_source()
    meeting = meeting or make_meeting()
    return Figure.objects.create(meeting=meeting, source=source, **defaults | fields)


def make_session(meeting=None, **fields):
    defaults = {"order": next(numbers), "kind": "plenary", "title_en": "Plenary"}
    return Session.objects.create(
        meeting=meeting or make_meeting(), **defaults | fields
    )


def make_item(session=None, **fields):
    defaults = {"order": next(numbers), "kind": "topic", "title_en": "A topic"}
    return AgendaItem.objects.create(
        session=session or make_session(), **defaults | fields
    )


def make_presenter(item=None, **fields):
    defaults = {"order": next(numbers)}
    return Presenter.objects.create(item=item or make_item(), **defaults | fields)


def make_agenda_version(meeting=None, **fields):
    """The agenda of a meeting as it is, published as its next version."""
    meeting = meeting or make_session().meeting
    fields.setdefault("number", meeting.agenda_versions.count() + 1)
    if "snapshot" not in fields:
        fields["snapshot"] = frozen_snapshot(load_agenda(meeting))
    defaults = {"made_at": timezone.now()}
    return AgendaVersion.objects.create(meeting=meeting, **defaults | fields)


def make_calendar_feed(meeting=None, **fields):
    defaults = {"made_at": timezone.now()}
    meeting = meeting or make_meeting()
    return CalendarFeed.objects.create(meeting=meeting, **defaults | fields)


def make_another_country():
    n = next(numbers)
    return make_country(chr(65 + n // 26 % 26) + chr(65 + n % 26))


def make_government_name(**fields):
    defaults = {"language": "en", "name": f"Name {next(numbers)}", "kind": "former"}
    fields.setdefault("government", None)
    government = fields.pop("government") or make_government()
    return GovernmentName.objects.create(government=government, **defaults | fields)


def make_organization_name():
    return OrganizationName.objects.create(
        organization=make_organization(), language="en", name=f"Name {next(numbers)}"
    )


def make_series_name():
    return SeriesName.objects.create(
        series=make_series(), language="en", name=f"Name {next(numbers)}"
    )


def make_series_host():
    return SeriesHost.objects.create(
        series=make_series(), organization=make_organization(), role="host"
    )


def make_statement(series=None, **fields):
    defaults = {"order": next(numbers), "kind": "purpose", "text_en": "To meet."}
    return Statement.objects.create(series=series or make_series(), **defaults | fields)


def make_membership():
    return SeriesMembership.objects.create(
        series=make_series(), government=make_government()
    )


def make_meeting_host():
    return MeetingHost.objects.create(
        meeting=make_meeting(), organization=make_organization(), role="host"
    )


def make_appointment(**fields):
    fields.setdefault("government", None)
    government = fields.pop("government") or make_government()
    return Appointment.objects.create(
        **{"person": make_person(), "title_en": "Governor"} | fields,
        government=government,
    )


def make_decision(meeting=None, **fields):
    defaults = {"order": next(numbers), "kind": "decision", "text_en": "So decided."}
    return Decision.objects.create(
        meeting=meeting or make_meeting(), **defaults | fields
    )


def make_item_minutes(item=None, **fields):
    defaults = {"item": item or make_item(), "text": "Somebody spoke."}
    return ItemMinutes.objects.create(**defaults | fields)


def make_alias(**fields):
    defaults = {"kind": "header", "text": f"heading{next(numbers)}", "value": "note"}
    return Alias.objects.create(**defaults | fields)


def make_glossary_term(term_en=None, **fields):
    term_en = term_en or f"term {next(numbers)}"
    return GlossaryTerm.objects.create(term_en=term_en, **fields)


def make_batch(meeting=None, *people, **fields):
    """A draft of a list with these people, each a dict of cells, as if it were read."""
    people = people or ({"native_name": "김견본", "government": "없는곳"},)
    fields_read = list(dict.fromkeys(field for cells in people for field in cells))
    rows = [["CSV", n, cells] for n, cells in enumerate(people, start=2)]
    now = timezone.now()
    reading = {
        "encoding": "utf-8",
        "sheets": [],
        "sheet": None,
        "tables": [{"sheet": "CSV", "header_row": 1, "depth": 1}],
        "header_row": 1,
        "columns": [
            {"index": n, "header": field, "field": field, "samples": []}
            for n, field in enumerate(fields_read)
        ],
        "people": len(rows),
        "passed_over": [{"sheet": "CSV", "row": 9, "reason": "total"}],
    }
    batch = ImportBatch(
        meeting=meeting or make_meeting(),
        file_name="list.csv",
        content=b"native_name,government\n",
        reading=reading,
        people=zlib.compress(json.dumps(rows).encode()),
        **{"made_at": now} | fields,
    )
    store(batch, review(batch), now)
    return batch


def make_export_log(**fields):
    defaults = {"made_at": timezone.now(), "what": "badges", "suffix": "pdf"}
    return ExportLog.objects.create(**defaults | fields)


def make_export_file(user, **fields):
    """A file that waits for `user`."""
    defaults = {"touched_at": timezone.now(), "is_ready": True, "content": b"%PDF"}
    log = make_export_log(made_by=user)
    return ExportFile.objects.create(export=log, **defaults | fields)


def make_profile(owner, **fields):
    defaults = {"listing": "attendees", "columns": ["name"], "language": "en"}
    defaults["name"] = f"Profile {next(numbers)}"
    return ExportProfile.objects.create(owner=owner, **defaults | fields)


# How to make a row of each model, every time another one.
MAKERS = {
    AgendaItem: make_item,
    Alias: make_alias,
    Appointment: make_appointment,
    Attendee: make_attendee,
    Citation: make_citation,
    Country: make_another_country,
    Decision: make_decision,
    Delegation: make_delegation,
    Figure: make_figure,
    GlossaryTerm: make_glossary_term,
    Government: make_government,
    GovernmentName: make_government_name,
    ItemMinutes: make_item_minutes,
    Meeting: make_meeting,
    MeetingHost: make_meeting_host,
    Organization: make_organization,
    OrganizationName: make_organization_name,
    Person: make_person,
    Presenter: lambda: make_presenter(person=make_person()),
    Series: make_series,
    SeriesHost: make_series_host,
    SeriesMembership: make_membership,
    SeriesName: make_series_name,
    Session: make_session,
    Source: make_source,
    Statement: make_statement,
}
