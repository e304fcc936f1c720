"""Tell whether an OLE file needs a password, and open those that need none after all.

Excel encrypts workbooks that are only protected against changes with a password of its
own, which every program knows (MS-OFFCRYPTO 2.3.4.1, ECMA-376).
"""

from __future__ import annotations

import io

import msoffcrypto

from meetings.spreadsheets.types import Unreadable

DEFAULT_PASSWORD = "VelvetSweatshop"


def without_default_password(data: bytes) -> bytes:
    """Return the workbook in an OLE file; raise Unreadable if it needs a password.

    The library raises whatever its parsers raise on damaged files: those are returned
    as they are, for the reader of workbooks to tell.
    """
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        if not file.is_encrypted():
            return data
    except Exception:
        return data
    opened = io.BytesIO()
    try:
        file.load_key(password=DEFAULT_PASSWORD)
        file.decrypt(opened)
    except Exception:
        raise Unreadable("password") from None
    return opened.getvalue()
