"""A delegation's list, from its file to attendees."""
