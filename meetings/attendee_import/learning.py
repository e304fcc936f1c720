"""What staff answered for one list, remembered for the next."""

from meetings.models import Alias
from meetings.models.imports import AliasKind
from meetings.spreadsheets.vocabulary import NOT_KEPT
from meetings.text.folding import fold

LONGEST = 200


def learn(batch, act):
    """Remember the answers that hold for any list; return what is new, to forget it.

    Which of two governments of one name was meant holds for this list only.
    """
    known = set(Alias.objects.values_list("kind", "text"))
    taught = {key: value for key, value in lessons(batch) if key not in known}
    new = [Alias(kind=kind, text=text, value=v) for (kind, text), v in taught.items()]
    act.insert(new)
    return [[alias.kind, alias.text] for alias in new]


def lessons(batch):
    """Yield ((kind, folded text), meaning)."""
    once = set(batch.answers.get("once", ()))
    for kind in (AliasKind.BODY, AliasKind.ROLE, AliasKind.MODE):
        for text, value in batch.answers.get(kind, {}).items():
            if text and text not in once and len(text) <= LONGEST:
                yield (kind.value, text), value
    mapping = batch.choices.get("mapping", {})
    for column in batch.reading["columns"]:
        text = fold(column["header"])
        if text and str(column["index"]) in mapping:
            meant = mapping[str(column["index"])] or NOT_KEPT
            yield (AliasKind.HEADER.value, text), meant


def forget(made, act):
    """Take back what a batch taught."""
    for kind, text in made:
        act.delete(list(Alias.objects.filter(kind=kind, text=text, version=1)))
