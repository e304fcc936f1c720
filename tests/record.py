"""The historical record, loaded once by each process of the tests, then played back.

The first to ask for it loads it for good. Its rows are kept as the database gives
them, and whoever asks next has them put back into the empty tables, beneath Django's
models: nobody sees what others did to them. Where rows are there before, as in a test
of what staff entered, it is loaded for good again.

The municipalities are many and few tests need them, so they are loaded apart.
"""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction

from meetings.record import loading

MODELS = apps.get_app_config("meetings").get_models(include_auto_created=True)
TABLES = {model._meta.db_table: model for model in MODELS}
AT_A_TIME = 500  # parameters of a statement

FIXTURES = sorted(Path(settings.FIXTURE_DIRS[0]).glob("*.json"))
WITHOUT_MUNICIPALITIES = [p for p in FIXTURES if "municipalities" not in p.name]

kept = {}  # the columns and rows of each table


def load_record():
    """Load the record, or put it back as it was when it was loaded first."""
    if holds_rows():
        loading.load_record(WITHOUT_MUNICIPALITIES)
    elif kept:
        put_back()
    else:
        loading.load_record(WITHOUT_MUNICIPALITIES)
        kept.update({table: rows_of(table) for table in TABLES})


def load_municipalities():
    """Load every municipality into tables that hold the rest of the record."""
    loading.load_record(FIXTURES)


def holds_rows():
    """Whether any table has a row, which the record's might collide with."""
    there = " OR ".join(f"EXISTS (SELECT 1 FROM {quote(table)})" for table in TABLES)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 WHERE {there}")
        return bool(cursor.fetchone())


def rows_of(table):
    """A table's columns, and its rows by key as the database takes them back."""
    key = quote(TABLES[table]._meta.pk.column)
    adapt = connection.ops.adapt_unknown_value
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {quote(table)} ORDER BY {key}")
        columns = [column[0] for column in cursor.description]
        return columns, [[adapt(value) for value in row] for row in cursor.fetchall()]


@transaction.atomic
def put_back():
    """Write the rows that are kept, and let ids go on behind theirs."""
    with connection.cursor() as cursor:
        for table, (columns, rows) in kept.items():
            step = AT_A_TIME // len(columns)
            for start in range(0, len(rows), step):
                insert(cursor, table, columns, rows[start : start + step])
        written = [model for table, model in TABLES.items() if kept[table][1]]
        for statement in connection.ops.sequence_reset_sql(no_style(), written):
            cursor.execute(statement)


def insert(cursor, table, columns, rows):
    names = ", ".join(map(quote, columns))
    row = f"({', '.join(['%s'] * len(columns))})"
    values = ", ".join([row] * len(rows))
    cursor.execute(
        f"INSERT INTO {quote(table)} ({names}) VALUES {values}",
        [value for row in rows for value in row],
    )


def quote(name):
    return connection.ops.quote_name(name)
