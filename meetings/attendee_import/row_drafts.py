"""Turn the people of a list into rows under review, one by one."""

from meetings.attendee_import.bodies import (
    BodyResolver,
    DelegationResolver,
    named_body,
)
from meetings.attendee_import.body_index import BodyIndex
from meetings.attendee_import.coming import read_absence
from meetings.attendee_import.comparing import REGISTERED
from meetings.attendee_import.people import Identity
from meetings.attendee_import.ranking import rank_on_list
from meetings.attendee_import.rows import DraftRow
from meetings.attendee_import.units_and_posts import with_unit_parted
from meetings.attendee_import.values import (
    CHOICE_FIELDS,
    RowValues,
    as_text,
    choice_words,
)
from meetings.models import Alias, ImportRow
from meetings.models.aliases import AliasKind
from meetings.models.delegations import DelegationStatus
from meetings.models.import_answers import Problem
from meetings.models.imports import row_key
from meetings.text.folding import fold, tidy


class RowDrafter:
    """Makes a draft of each person of one list: its values, its body, what is asked."""

    def __init__(self, batch):
        self.meeting = batch.meeting
        self.answers = batch.answers
        self.remembered = remembered_meanings()
        self.words = {
            name: choice_words(name) | self._meanings_of(name) for name in CHOICE_FIELDS
        }
        index = BodyIndex(self.meeting.day_of_names)
        for code, new_body in self.answers.new_bodies.items():
            index.add_new(code, new_body)
        bodies = BodyResolver(index, self._meanings_of("body"))
        self.delegations = DelegationResolver(bodies, batch.choices.delegation)
        self.statuses = self._delegation_statuses()

    def _meanings_of(self, kind):
        """What staff said a text means: in this batch, else for an earlier list."""
        meanings = self.remembered.get(kind, {}) | self.answers.meanings_of(kind)
        if kind not in CHOICE_FIELDS:
            return meanings
        values = CHOICE_FIELDS[kind].values
        return {text: value for text, value in meanings.items() if value in values}

    def _delegation_statuses(self):
        rows = self.meeting.delegations.values_list(
            "government__code", "organization__key", "status"
        )
        return {code or key: status for code, key, status in rows}

    def draft(self, position, person):
        """Return the row of a person of the list as a draft."""
        key = key_of(person)
        cells = person.cells | self.answers.corrections_of(key)
        cells = {name: cell for name, cell in cells.items() if cell != ""}
        problems = self._doubts(person.problems, key)
        cells = with_unit_parted(cells, self.delegations, problems)
        read = self._values(cells)
        problems += unless_doubted(read.problems, problems)
        as_listed = dict(read.values)
        away = read_absence(person, read.values, key in self.answers.take_in)
        body, department = self._body(cells, person.sheet, problems)
        if department:
            read.values.setdefault("department", department)
        return DraftRow(
            self._row(position, person, cells),
            identity_of(read.values, body),
            body,
            read.values,
            problems,
            [*self._doubts(person.warnings, key), *read.warnings],
            away,
            is_given_first=bool(cells.get("is_given_first")),
            said=self._said(person, key, as_listed, body),
            corrected=frozenset(self.answers.corrections_of(key)),
            listed_rank=rank_on_list(cells),
            body_text=named_body(cells)[1] or (body.key if body else ""),
        )

    def _row(self, position, person, cells):
        return ImportRow(
            position=position,
            sheet=person.sheet,
            number=person.row,
            part=person.part,
            is_skipped=self.answers.skips_row(key_of(person)),
            reference=tidy(as_text(cells.get("reference", ""))),
        )

    def _body(self, cells, sheet, problems):
        """Return whose the row is, and an office of it; add what is in the way."""
        body, department = self.delegations.resolve(cells, sheet, problems)
        if body and self.statuses.get(body.key) == DelegationStatus.DECLINED:
            details = {"body": body.key}
            problems.append(Problem("declined", "government", details=details))
        return body, department

    def _said(self, person, key, values, body):
        """Return what the list itself says, which staff may have corrected here."""
        if self.answers.corrections_of(key):
            cells = with_unit_parted(person.cells, self.delegations, [])
            values = self._values(cells).values
            body, _office = self.delegations.resolve(cells, person.sheet, [])
        read_absence(person, values, is_taken_in=False)
        said = {"status": REGISTERED} | values
        return said | {"body": body.key} if body else said

    def _doubts(self, doubts, key):
        """Return what the reader doubted of a row, but for cells corrected since."""
        corrected = self.answers.corrections_of(key)
        return [
            Problem(doubt.code, doubt.field, doubt.value[:200], details=doubt.details)
            for doubt in doubts
            if doubt.field not in corrected
        ]

    def _values(self, cells):
        first = self.meeting.earliest
        return RowValues(cells, self.words, first.year if first else None, first)


def key_of(person):
    return row_key(person.sheet, person.row, person.part)


def remembered_meanings():
    """Return the meaning of each remembered text, by the kind of text."""
    meanings = {kind: {} for kind in AliasKind.values}
    for kind, text, value in Alias.objects.values_list("kind", "text", "value"):
        meanings[kind][text] = value
    return meanings


def unless_doubted(problems, doubts):
    """Return problems without that of a name that is missing because it is doubted."""
    is_name_doubted = any(doubt.field == "native_name" for doubt in doubts)
    return [p for p in problems if not (p.code == "no_name" and is_name_doubted)]


def identity_of(values, body):
    latin = values.get("family_name", "") + values.get("given_name", "")
    return Identity(
        fold(values.get("native_name", "")),
        fold(latin),
        values.get("email", ""),
        body.country if body else "",
    )
