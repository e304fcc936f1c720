"""From the people of a list to attendees: resolve, review, confirm, undo."""
