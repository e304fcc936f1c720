"""What a browser would send of a form as it is shown."""


def filled(form):
    values = [pair for field in form for pair in sent_by(field)]
    data = {
        name: value
        for name, value in values
        if value is not None and value is not False
    }
    person = getattr(form, "person_form", None)
    return data | filled(person) if person else data


def sent_by(field):
    """The names and values that a field sends; what is chosen by typing has two."""
    value, names = field.value(), getattr(field.field.widget, "widgets_names", None)
    if not names:
        return [(field.html_name, value)]
    values = value if isinstance(value, list) else field.field.widget.decompress(value)
    return [
        (field.html_name + name, each) for name, each in zip(names, values, strict=True)
    ]


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def errors_of(response):
    """All sentences of a refused form."""
    form = response.context["form"]
    forms = [form, getattr(form, "person_form", form)]
    return {
        sentence for f in forms for errors in f.errors.values() for sentence in errors
    }
