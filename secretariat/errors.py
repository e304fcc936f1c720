"""Mails about errors, which say where the program failed, without anybody's data.

Django's own mail has the request, with names and passwords in it, and the values of
variables. Mail passes through other hands.
"""

import traceback

from django.core.mail import mail_admins
from django.utils.log import AdminEmailHandler


class ErrorMail(AdminEmailHandler):
    """Mails the path, the kind of the error and its traceback, without any value."""

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
            fail_silently=True,  # an error about an error would hide the first one
        )
