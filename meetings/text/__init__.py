"""Names, days and numbers in texts of four languages: pure functions without Django.

Takes texts as people write them, in any script; returns keys to compare and sort by,
dates, and the parts of names.
"""
