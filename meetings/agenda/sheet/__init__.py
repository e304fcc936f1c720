"""An agenda as a spreadsheet that is edited and sent back: the same sheet both ways.

An Agenda goes out as a sheet; a file that comes in becomes a SheetReading, an Agenda as
the file would have it, with what is wrong or doubtful. Nothing is saved by reading.

A row for each session, and below it a row for each of its items; the order of the rows
is that of the agenda. The first column tells rows apart: S12 is a session, I34 an item,
and a row without it is new. A column that is left out stays as it is, a blank cell
blanks what was there. Headings, kinds and the like are understood in four languages.
"""
