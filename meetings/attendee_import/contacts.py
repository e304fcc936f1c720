"""Telephone numbers and addresses of mail as lists write them."""

import re

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

# Most numbers have one of these forms, which need no further look.
ORDINARY = re.compile(
    r"0\d{1,3}[-. ]?\d{3,4}[-. ]?\d{4}|1[3-9]\d{9}"
    r"|\+(?:82|81|86)[-. ]?\d{1,3}[-. ]?\d{3,4}[-. ]?\d{4}"
)
AS_FLOAT = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE)
REMARK = re.compile(
    r"[(（\[][^()（）\[\]\d]*[)）\]]|(?:ext|내선|内線|分机)\.?\s*\d+|[^\d+\-(). ]+"
)
# Quotation marks around a number keep a spreadsheet from counting with it.
QUOTED = re.compile(r"[\"'“‘]([+\d][\d ().-]{6,30})[\"'”’]")
BETWEEN_NUMBERS = re.compile(r"[/,;、；／\n]")
SHORTEST = 7  # digits of a number that can be called from abroad
REGIONS = ("KR", "JP", "CN")
# Without its leading zero, as a spreadsheet shows a number.
WITHOUT_ZERO = re.compile(r"10\d{8}|[789]0\d{8}")
ADDRESS = re.compile(
    r"(?<![^\s<>()（）\[\]【】〈〉,，;；、:：/／\"“”'|])"
    r"[^\s<>()（）\[\]【】〈〉,，;；、:：/／\"“”'|@]+@[^\s<>()（）\[\]【】〈〉,，;；、:：/／\"“”'|]+"
)
# What may stand around an address and tells nothing: a name, <>, mailto:.
MAILTO = re.compile(r"mailto:|e-?mail:|[<>\"“”']", re.IGNORECASE)
# In brackets, or in another script: anything else may be a part of the address.
REMARK_ALONE = re.compile(r"[(（\[【].*[)）\]】]|[^\x00-\x7f]+")
DOTS = re.compile(r"\.{2,}")


def without_quotes(text):
    """Return a number as it is written, without quotation marks around it."""
    return QUOTED.sub(r"\1", text)


def problem_with_phone(text, is_number):
    """Return the code of what is wrong with a number as it is written, "" if nothing.

    `is_number` says that the cell is a number, which has lost a zero in front.
    """
    if AS_FLOAT.fullmatch(text.strip()):
        return "damaged_phone"
    if is_number and WITHOUT_ZERO.fullmatch(text):
        return "phone_without_zero"
    if ORDINARY.fullmatch(text):
        return ""
    numbers = [REMARK.sub(" ", part) for part in BETWEEN_NUMBERS.split(text)]
    told = [number for number in numbers if any(sign.isdigit() for sign in number)]
    if not told or not all(map(may_be_phone, told)):
        return "no_phone"
    return ""


def may_be_phone(text):
    """Whether a number is possible in Korea, Japan or China, or with its country."""
    if sum(sign.isdigit() for sign in text) < SHORTEST:
        return False
    for region in REGIONS:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            return True
    return False


def find_address(text):
    """Return the address in a text and the code of a warning about the rest.

    Both are "" where there is no address. A name before it is no rest: Name <a@b.kr>.
    """
    if is_email(text):
        return text, ""
    found = [each.strip(".") for each in ADDRESS.findall(MAILTO.sub(" ", text))]
    addresses = [each for each in found if is_email(each)]
    if not addresses or len(addresses) < len(found):
        return "", ""
    if len(addresses) > 1:
        return addresses[0], "first_of_emails"
    rest = MAILTO.sub("", text).replace(addresses[0], "").strip(" ,;")
    is_named = "<" in text and text.rstrip(" ,;").endswith(">")
    if rest and not is_named and REMARK_ALONE.fullmatch(rest) is None:
        return "", ""
    return addresses[0], "" if not rest or is_named else "email_cut"


def is_email(text):
    """Whether a text is an address; some old ones of mobiles have dots too many."""
    is_plain = ADDRESS.fullmatch(text) is not None
    return is_plain and (passes(text) or passes(with_dots_mended(text)))


def passes(text):
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def with_dots_mended(text):
    """Return an address of a mobile (yu..ono.@docomo.ne.jp) as RFC 5321 has it."""
    local, _at, domain = text.partition("@")
    if not domain.startswith(("docomo.", "ezweb.")):
        return ""
    return f"{DOTS.sub('.', local).strip('.')}@{domain}"
