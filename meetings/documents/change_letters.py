"""What changed of an agenda as a mail, for somebody to send from their own desk."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

# Windows passes no longer address on to a mail program.
LONGEST_LINK = 2000


@dataclass(frozen=True)
class Letter:
    """A mail to nobody yet, in plain text."""

    subject: str
    body: str

    @property
    def link(self):
        """The address that opens it in a mail program; "" if it is too long for one."""
        # RFC 6068 (5) has line breaks of a body as %0D%0A, and no + for a blank.
        body = self.body.replace("\n", "\r\n")
        text = urlencode({"subject": self.subject, "body": body}, quote_via=quote)
        return f"mailto:?{text}" if len(text) <= LONGEST_LINK else ""


def letter(meeting, heading, groups):
    """Return the letter with groups of changes: each a name and its sentences."""
    params = {"meeting": meeting.title}
    lines = [meeting.title, heading]
    for name, sentences in groups:
        lines += ["", str(name), *(f"- {sentence}" for sentence in sentences)]
    return Letter(_("%(meeting)s: changes of the agenda") % params, "\n".join(lines))
