"""Items whose languages no interpreter of the meeting joins."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from meetings.agenda.clashes.kinds import Clash, ClashKind, place
from meetings.models.names import LANGUAGES, Language


def without_interpreter(plan, registered):
    """Presenters who are to be interpreted where nobody speaks both languages."""
    for item in plan.items:
        for presenter in item.people:
            if lacking := languages_lacking(presenter, registered.interpreted):
                sentence = _(
                    "No interpreter from %(language)s into %(others)s is registered for"
                    " item %(place)s."
                ) % {
                    "language": Language(presenter.language).label,
                    "others": get_text_list(lacking),
                    "place": place(item),
                }
                yield Clash(ClashKind.INTERPRETER, sentence, (item, presenter))


def languages_lacking(presenter, interpreted):
    """The names of the languages into which nobody interprets this presenter."""
    spoken = presenter.language
    if spoken not in LANGUAGES:
        return []
    asked = dict.fromkeys((presenter.interpretation or "").split())
    return [
        str(Language(code).label)
        for code in asked
        if code in LANGUAGES
        and code != spoken
        and frozenset((spoken, code)) not in interpreted
    ]
