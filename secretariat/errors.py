"""Error mails that say where the program failed, and nothing of anybody's data."""

import traceback

from django.core.mail import mail_admins
from django.utils.log import AdminEmailHandler


class ErrorMail(AdminEmailHandler):
    """Mail the path, the kind of the error and its traceback, without any value."""

    def emit(self, record):
        request = getattr(record, "request", None)
        where = request.path if request else record.name
        kind, frames = "", []
        if record.exc_info:
            kind = record.exc_info[0].__name__
            frames = traceback.format_tb(record.exc_info[2])
        mail_admins(
            f"{record.levelname} {where}",
            "".join([f"{kind} {where}\n\n", *frames]),
            fail_silently=True,
        )
