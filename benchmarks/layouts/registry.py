"""All layouts, in which languages they are usual, and in which formats."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.layouts import cells, forms, groups, lists, marks, others
from benchmarks.layouts.words import LANGUAGES

# How often each format is drawn, of those that can hold what a layout has.
WEIGHTS = {
    "xlsx": 10,
    "csv": 5,
    "ods": 3,
    "html": 2,
    "spreadsheetml": 2,
    "tsv": 1,
    "pipe": 1,
}
ANY = tuple(WEIGHTS)
MERGED = ("xlsx", "html", "spreadsheetml")  # what knows merged cells
FORMS = (*MERGED, "ods", "csv")
SHEETS = ("xlsx", "ods", "spreadsheetml")  # what has several
STYLED = ("xlsx",)  # what is struck through, hidden or formatted


@dataclass(frozen=True)
class Layout:
    """How a list may be laid out: `lay_out` returns the sheets of a `ListMaker`."""

    lay_out: Callable
    formats: tuple = ANY
    languages: tuple = LANGUAGES

    def draw_format(self, random):
        weights = [WEIGHTS[name] for name in self.formats]
        return random.choices(self.formats, weights)[0]


EVERY = (
    Layout(lists.plain),
    Layout(lists.titles_above),
    Layout(lists.of_one_delegation),
    Layout(groups.two_heading_rows, MERGED),
    Layout(groups.three_heading_rows, MERGED),
    Layout(lists.side_by_side),
    Layout(lists.names_in_two_columns),
    Layout(others.contact_officer),
    Layout(others.contact_in_a_group, MERGED),
    Layout(lists.reading_row_above, MERGED, ("ja",)),
    Layout(lists.shared_cells),
    Layout(lists.sections),
    Layout(lists.sheet_per_delegation, SHEETS),
    Layout(forms.form_alone, FORMS),
    Layout(forms.form_per_sheet, SHEETS),
    Layout(forms.form_with_companions, FORMS),
    Layout(forms.receipt, FORMS),
    Layout(forms.cards, FORMS),
    Layout(lists.on_its_side),
    Layout(cells.several_in_a_cell),
    Layout(cells.name_cells),
    Layout(cells.names_to_follow),
    Layout(marks.attendance_column),
    Layout(marks.away_in_remarks),
    Layout(marks.struck_rows, STYLED),
    Layout(marks.hidden_rows, STYLED),
    Layout(marks.hidden_column, STYLED),
    Layout(marks.modes_by_marks),
    Layout(cells.unit_and_post),
    Layout(cells.arrival_with_flight),
    Layout(cells.days_as_dates),
    Layout(cells.phones_as_numbers, STYLED),
    Layout(others.other_sheet, SHEETS),
    Layout(lists.governments_by_code),
    Layout(others.sample_row),
    Layout(cells.online_form),
)
LAYOUTS = {layout.lay_out.__name__: layout for layout in EVERY}
