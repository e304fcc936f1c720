"""Names, days and numbers in texts of four languages: pure functions without Django.

In go texts as people write them, in any script; out come keys to compare and sort by,
dates, and the parts of names.
"""
