"""The agenda of a meeting: edited, checked for clashes, copied, versioned and compared.

Takes a meeting, and what somebody wants to change; returns an Agenda, sentences on
what clashes in it or has changed, and snapshots of it, which versions and undoing keep.
"""
