"""What a browser would send of a form as it is shown."""


def filled(form):
    values = ((field.html_name, field.value()) for field in form)
    data = {
        name: value
        for name, value in values
        if value is not None and value is not False
    }
    person = getattr(form, "person_form", None)
    return data | filled(person) if person else data


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def errors_of(response):
    """All sentences of a refused form."""
    form = response.context["form"]
    forms = [form, getattr(form, "person_form", form)]
    return {
        sentence for f in forms for errors in f.errors.values() for sentence in errors
    }
