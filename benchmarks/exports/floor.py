"""The floor: the same columns by one handwritten query, and nothing else done."""

import csv
from functools import partial
from io import TextIOWrapper
from itertools import chain

from django.db import connection, transaction

from benchmarks.exports.lists import LISTING, all_columns
from meetings.spreadsheets import write_streamed_xlsx

CHUNK = 2_000  # rows
QUERY = """
SELECT
  a.reference, c.name_en, g.code, g.name_en, p.native_name, p.native_name,
  p.family_name, p.given_name, p.reading, a.role, a.position, a.department, a.mode,
  a.status, a.languages, p.email, p.phone, a.dietary, a.arrives_on, a.departs_on,
  a.lodging, a.note
FROM meetings_attendee a
JOIN meetings_person p ON p.id = a.person_id
JOIN meetings_delegation d ON d.id = a.delegation_id
JOIN meetings_government g ON g.id = d.government_id
JOIN meetings_country c ON c.id = g.country_id
WHERE a.meeting_id = %s
ORDER BY
  d.protocol_order, c.code, g.code,
  CASE a.role
    WHEN 'head' THEN 0 WHEN 'deputy' THEN 1 WHEN 'host' THEN 2 WHEN 'chair' THEN 3
    WHEN 'speaker' THEN 4 WHEN 'delegate' THEN 5 WHEN 'guest' THEN 6
    WHEN 'observer' THEN 7 WHEN 'interpreter' THEN 8 WHEN 'staff' THEN 9 ELSE 10
  END,
  p.family_name, p.given_name, p.native_name, a.id
"""


def write(file, suffix, meeting):
    """Write the rows as they come; codes stay codes."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY, [meeting.pk])
        write_cursor(file, suffix, cursor)


def write_streamed(file, suffix, meeting):
    """Write them as the list does, which never has all of them in memory."""
    # PostgreSQL keeps a cursor on its side within a transaction only.
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(QUERY, [meeting.pk])
        chunks = iter(partial(cursor.fetchmany, CHUNK), [])
        write_cursor(file, suffix, chain.from_iterable(chunks))


def write_cursor(file, suffix, rows):
    heads = [column.sheet_column for column in all_columns()]
    if suffix == "xlsx":
        write_streamed_xlsx(file, str(LISTING.title), heads, rows)
    else:
        write_plain_csv(file, heads, rows)


def write_plain_csv(file, heads, rows):
    text = TextIOWrapper(file, "utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(head.heading for head in heads)
    writer.writerows(rows)
    text.detach()
