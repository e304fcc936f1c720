"""A delegation's list becomes attendees of a meeting.

Takes the content of a spreadsheet, which `drafts` has read and stores as a draft;
`review` compares its rows with what is on record and says what each would change.
`confirming` saves that, all or nothing, and `undoing` takes it back. Out come
attendees, people and delegations, or sentences about rows that nobody can be sure of.
"""
