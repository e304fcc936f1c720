"""The historical record: fixtures go in; rows come out, sparing what staff edited."""
