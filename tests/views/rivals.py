"""Somebody who is faster by a hair."""


def interrupt(monkeypatch, form_class, save_theirs):
    """Let somebody else save between the checking of a form and its saving."""
    is_valid = form_class.is_valid

    def is_valid_once(form):
        monkeypatch.setattr(form_class, "is_valid", is_valid)
        answer = is_valid(form)
        save_theirs()
        return answer

    monkeypatch.setattr(form_class, "is_valid", is_valid_once)
