"""The list of attendees as a spreadsheet, and the papers of a meeting."""
