"""The order of lists in the reader's language, as expressions that queries sort by."""

from django.db.models import Case, F, Func, OrderBy, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.db.models.lookups import Exact, IsNull

from meetings.models.countries import ORDER_IN_TEXT
from meetings.models.names import active_language

# What the governments of a country are sorted by. For Japanese it is the code: that of
# a prefecture is of JIS X 0401. English names of Chinese ones are their pinyin.
BODY_COLUMNS = {"en": "name_en", "ko": "name_ko", "ja": "code", "zh": "name_en"}


class CodePoints(Func):
    """A text that is compared by code points, whatever the locale of the database.

    SQLite does so anyway. PostgreSQL goes by the collation that the database was made
    with, which differs between servers; our sort keys have the order in them already.
    """

    template = "%(expressions)s"
    arity = 1

    def as_postgresql(self, compiler, connection, **context):
        template = '%(expressions)s COLLATE "C"'
        return self.as_sql(compiler, connection, template=template, **context)


def country_order(code):
    """Return an order: by country as running text has them, then others, then none."""
    first = ORDER_IN_TEXT[active_language()]
    places = [When(Exact(code, Value(c)), then=Value(n)) for n, c in enumerate(first)]
    return [Case(*places, default=Value(len(first))), OrderBy(code, nulls_last=True)]


def name_order(prefix=""):
    """Return an order: by Latin name in English, else by country as it sorts names.

    No order sorts hangul, kana and hanzi in one list that a reader would expect.
    """
    if active_language() == "en":
        return [CodePoints(f"{prefix}latin_sort_key")]
    countries = country_order(F(f"{prefix}country__code"))
    return [*countries, CodePoints(f"{prefix}sort_key")]


def body_order(prefix):
    """Return an order: by country, governments before organisations, each by name."""
    government, organization = f"{prefix}government", f"{prefix}organization"
    codes = [f"{body}__country__code" for body in (government, organization)]
    column = BODY_COLUMNS[active_language()]
    # Keys of organisations are invented; only codes of governments are in an order.
    name = "name_en" if column == "code" else column
    return [
        *country_order(Coalesce(*codes)),
        IsNull(F(government), True),
        _unnamed_last(f"{government}__{column}"),
        CodePoints(f"{government}__code"),
        _unnamed_last(f"{organization}__{name}"),
        CodePoints(f"{organization}__key"),
    ]


def _unnamed_last(path):
    # Text columns are "" where they are blank, which would sort first.
    return CodePoints(NullIf(path, Value(""))).asc(nulls_last=True)
