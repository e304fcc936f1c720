"""The fields that staff gave to columns by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from meetings.spreadsheets.lists.headings import ColumnFields


class MappedFields:
    """What staff mapped columns to: by their index on the first table that is read.

    Columns of the same headings elsewhere are mapped alike.
    """

    def __init__(self, by_index: Mapping[int, str | None]) -> None:
        self.by_index = by_index
        self.by_text: dict[str, str | None] | None = None

    def apply(self, left: int, texts: Sequence[str], fields: ColumnFields) -> None:
        """Give columns the fields that staff chose, in place.

        `left` is the index of the first of them in the sheet.
        """
        if self.by_text is None:
            pairs = [
                (column - left, chosen)
                for column, chosen in self.by_index.items()
                if 0 <= column - left < len(fields)
            ]
            self.by_text = {texts[n]: chosen for n, chosen in pairs if texts[n]}
            for index, chosen in pairs:
                fields[index] = chosen
        for index, text in enumerate(texts):
            if text in self.by_text:
                fields[index] = self.by_text[text]
