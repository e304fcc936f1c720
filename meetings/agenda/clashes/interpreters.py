"""Items at which nobody who is registered interprets between the languages."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from meetings.agenda.clashes.kinds import Clash, ClashKind, label_and_times
from meetings.models.names import LANGUAGES, Language


def without_interpreter(agenda, registered):
    """Yield presenters to be interpreted though nobody speaks both languages."""
    for item in agenda.items:
        for presenter in item.presenter_list:
            if lacking := languages_lacking(presenter, registered.interpreted):
                sentence = _(
                    "No interpreter from %(language)s into %(others)s is registered for"
                    " item %(place)s."
                ) % {
                    "language": Language(presenter.language).label,
                    "others": get_text_list(lacking),
                    "place": label_and_times(item),
                }
                yield Clash(ClashKind.INTERPRETER, sentence, (item, presenter))


def languages_lacking(presenter, interpreted):
    """Return the names of the languages into which nobody interprets a presenter."""
    spoken = presenter.language
    # Without a language nobody can say what there is to interpret.
    if spoken not in LANGUAGES:
        return []
    wanted = dict.fromkeys((presenter.interpretation or "").split())
    return [
        str(Language(code).label)
        for code in wanted
        if code in LANGUAGES
        and code != spoken
        # Who interprets from one language into another does so the other way, too.
        and frozenset((spoken, code)) not in interpreted
    ]
