"""The file formats of the admin's import and export, by our own reader and writer.

Those of import-export read the active sheet only, make “None” of a blank cell, and let
a spreadsheet run most of what looks like a formula.
"""

import io

import tablib
from django.utils.translation import gettext_lazy as _
from import_export.formats.base_formats import Format

from meetings import spreadsheets


class SpreadsheetFormat(Format):
    """Any spreadsheet that can be read; its first sheet, with the headings in row 1."""

    def __init__(self, encoding=None):
        self.encoding = encoding

    def get_title(self):
        return _("spreadsheet (XLSX, XLS, XLSB, ODS or CSV)")

    def get_extension(self):
        return "xlsx"

    def can_import(self):
        return True

    def create_dataset(self, in_stream):
        # Read in a child process, which a file may crash or keep busy (see reading.py).
        header, *rows = spreadsheets.read(in_stream).sheets[0].rows or [[]]
        dataset = tablib.Dataset(headers=[str(text or "") for text in header])
        for row in rows:
            if any(cell is not None for cell in row):
                dataset.append(row)
        return dataset


class XlsxFormat(Format):
    """An Excel workbook of one sheet."""

    def get_title(self):
        return "XLSX"

    def get_extension(self):
        return "xlsx"

    def get_content_type(self):
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def can_export(self):
        return True

    def export_data(self, dataset, **kwargs):
        file = io.BytesIO()
        columns = [spreadsheets.Column(heading) for heading in dataset.headers]
        rows = list(dataset)  # a list, for the engine that keeps times of day as such
        spreadsheets.write_as(self.get_extension(), file, [("Sheet1", columns, rows)])
        return file.getvalue()


class CsvFormat(XlsxFormat):
    """Text in UTF-8 with commas."""

    def get_title(self):
        return "CSV"

    def get_extension(self):
        return "csv"

    def get_content_type(self):
        return "text/csv; charset=utf-8"


class OdsFormat(XlsxFormat):
    """A LibreOffice spreadsheet of one sheet."""

    def get_title(self):
        return "ODS"

    def get_extension(self):
        return "ods"

    def get_content_type(self):
        return "application/vnd.oasis.opendocument.spreadsheet"


IMPORT_FORMATS = [SpreadsheetFormat]
EXPORT_FORMATS = [XlsxFormat, CsvFormat, OdsFormat]
