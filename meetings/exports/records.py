"""What the sources print, as lists: of one meeting, or of a whole series."""

from operator import attrgetter

from django.db.models import F
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import Column, Listing
from meetings.exports.cells import day_of, label_of, yes_or_no
from meetings.models import Citation, Figure
from meetings.models.records import Qualifier

MEETING = (
    Column("meeting", _("Meeting"), attrgetter("meeting.slug"), 10),
    Column("number", _("No."), attrgetter("meeting.number"), 4),
)
SOURCE = (
    Column("source", _("Source"), attrgetter("source.title"), 36),
    Column("publisher", _("Publisher"), attrgetter("source.publisher"), 18),
    Column("address", _("Web address"), attrgetter("source.url"), 16),
    Column("note", _("Note"), "note", 22),
    # Last, as it is mostly there: what is long runs on over blank cells when printed.
    Column("published", _("Published"), day_of("source.published"), 10),
)


def whose(figure):
    """The country that is counted, or all of them."""
    return figure.country.name if figure.country else _now("all countries")


def as_printed(figure):
    """The number as its source has it: 530, about 530, China: more than 100."""
    value = str(figure.value)
    if figure.qualifier != Qualifier.EXACT:
        value = f"{figure.get_qualifier_display()} {value}"
    return f"{figure.country.name}: {value}" if figure.country else value


def of_series(rows, series):
    """The rows of all meetings of a series, edition by edition, the others last."""
    turn = [
        F(f"meeting__{field}").asc(nulls_last=True) for field in ("number", "earliest")
    ]
    rows = rows.filter(meeting__series=series)
    return rows.order_by(*turn, "meeting__slug", *rows.query.order_by)


class FigureListing(Listing):
    """The figures that sources give of a meeting; nothing here is counted by us."""

    key, model_name, about = "figures", "figure", "meeting"
    columns = (
        Column("unit", _("Unit"), label_of("unit"), 18),
        Column("country", _("Country"), whose, 16),
        Column("qualifier", _("Qualifier"), label_of("qualifier"), 9),
        Column("value", _("Value"), "value", 6),
        *SOURCE,
    )

    def items(self, about):
        return self.figures().filter(meeting=about)

    def figures(self):
        figures = Figure.objects.select_related("meeting", "source", "country")
        return figures.order_by("unit", "pk")


class SeriesFigureListing(FigureListing):
    """The figures that sources give of all meetings of a series."""

    key, about = "series-figures", "series"
    columns = (*MEETING, *FigureListing.columns)

    def items(self, about):
        return of_series(self.figures(), about)


class CitationListing(Listing):
    """What sources print for the fields of a meeting."""

    key, model_name, about = "citations", "citation", "meeting"
    columns = (
        Column("field", _("Field"), label_of("field"), 15),
        Column("printed", _("Printed"), "printed", 31),
        Column("adopted", _("Adopted"), yes_or_no("adopted"), 7),
        *SOURCE,
    )

    def items(self, about):
        return self.citations().filter(meeting=about)

    def citations(self):
        return Citation.objects.select_related("meeting", "source").by_field()


class SeriesCitationListing(CitationListing):
    """What sources print for the fields of all meetings of a series."""

    key, about = "series-citations", "series"
    columns = (*MEETING, *CitationListing.columns)

    def items(self, about):
        return of_series(self.citations(), about)
