"""What helps to translate a text: terms of the field, and words that sources print."""

from collections import defaultdict

from meetings.models import Citation, GlossaryTerm, Meeting


def terms_for(texts):
    """Return the terms that occur in texts that lack a language, by the texts' keys.

    Each is a pair: the word of the original, and the words of the language. One query.
    """
    terms = GlossaryTerm.objects.all()
    return {lacking.key: list(pairs_in(lacking, terms)) for lacking in texts}


def pairs_in(lacking, terms):
    """Yield the word of each term in the original, and its words in the language."""
    for original in lacking.originals[:1]:
        for term in terms.occurring_in(original.text, original.language):
            if words := term.words(lacking.language):
                yield term.longest_in(original.text, original.language), words


def citations_for(texts):
    """Return what sources print in the languages that texts lack, by the texts' keys.

    Sources are cited for texts of meetings only. One query.
    """
    keys = {
        (lacking.row.pk, lacking.text, lacking.language): lacking.key
        for lacking in texts
        if isinstance(lacking.row, Meeting)
    }
    meetings = {meeting for meeting, _text, _language in keys}
    citations = Citation.objects.filter(meeting__in=meetings).select_related("source")
    found = defaultdict(list)
    for citation in citations.by_field():
        of = citation.meeting_id, citation.field, citation.source.language
        if key := keys.get(of):
            found[key].append(citation)
    return found
