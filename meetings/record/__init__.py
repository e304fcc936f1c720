"""The historical record: from the fixtures into the tables, and renewed."""
