"""Lists of what the sources print: of one meeting, or of a whole series."""

from operator import attrgetter

from django.db.models import F
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import ListColumn, Listing
from meetings.exports.cells import choice_label, date_of_record, yes_or_no
from meetings.models import Citation, Figure
from meetings.models.records import Qualifier

MEETING = (
    ListColumn("meeting", _("Meeting"), attrgetter("meeting.slug"), 10),
    ListColumn("number", _("No."), attrgetter("meeting.number"), 4),
)
SOURCE = (
    ListColumn("source", _("Source"), attrgetter("source.title"), 36),
    ListColumn("publisher", _("Publisher"), attrgetter("source.publisher"), 18),
    ListColumn("address", _("Web address"), attrgetter("source.url"), 16),
    ListColumn("note", _("Note"), "note", 22),
    # Last, as it is mostly there: what is long runs on over blank cells when printed.
    ListColumn("published", _("Published"), date_of_record("source.published"), 10),
)


def counted_country(figure):
    """Return the country that was counted, or that all of them were."""
    return figure.country.name if figure.country else gettext("all countries")


def figure_as_printed(figure):
    """Return the number as its source has it: 530, about 530, China: more than 100."""
    value = str(figure.value)
    if figure.qualifier != Qualifier.EXACT:
        value = f"{figure.get_qualifier_display()} {value}"
    return f"{figure.country.name}: {value}" if figure.country else value


def of_series(rows, series):
    """Return the rows of a series' meetings, by edition, meetings without one last."""
    # The order of the rows within a meeting stays what it was.
    by_edition = [
        F(f"meeting__{field}").asc(nulls_last=True) for field in ("number", "earliest")
    ]
    rows = rows.filter(meeting__series=series)
    return rows.order_by(*by_edition, "meeting__slug", *rows.query.order_by)


class FigureListing(Listing):
    """The figures that sources give of a meeting; nothing here is counted by us."""

    key, model_name, about_kind = "figures", "figure", "meeting"
    columns = (
        ListColumn("unit", _("Unit"), choice_label("unit"), 18),
        ListColumn("country", _("Country"), counted_country, 16),
        ListColumn("qualifier", _("Qualifier"), choice_label("qualifier"), 9),
        ListColumn("value", _("Value"), "value", 6),
        *SOURCE,
    )

    def items(self, about):
        return self.figures().filter(meeting=about)

    def figures(self):
        figures = Figure.objects.select_related("meeting", "source", "country")
        return figures.order_by("unit", "pk")


class SeriesFigureListing(FigureListing):
    """The figures that sources give of all meetings of a series."""

    key, about_kind = "series-figures", "series"
    columns = (*MEETING, *FigureListing.columns)

    def items(self, about):
        return of_series(self.figures(), about)


class CitationListing(Listing):
    """What sources print for the fields of a meeting."""

    key, model_name, about_kind = "citations", "citation", "meeting"
    columns = (
        ListColumn("field", _("Field"), choice_label("field"), 15),
        ListColumn("printed", _("Printed"), "printed", 31),
        ListColumn("adopted", _("Adopted"), yes_or_no("adopted"), 7),
        *SOURCE,
    )

    def items(self, about):
        return self.citations().filter(meeting=about)

    def citations(self):
        return Citation.objects.select_related("meeting", "source").by_field()


class SeriesCitationListing(CitationListing):
    """What sources print for the fields of all meetings of a series."""

    key, about_kind = "series-citations", "series"
    columns = (*MEETING, *CitationListing.columns)

    def items(self, about):
        return of_series(self.citations(), about)
