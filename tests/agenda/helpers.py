"""What tests of an agenda look at."""


def stored_titles(meeting):
    """The titles of the items, session by session, as the database has them."""
    return {
        session.title_en: [item.title_en for item in session.items.order_by("order")]
        for session in meeting.sessions.order_by("order")
    }
