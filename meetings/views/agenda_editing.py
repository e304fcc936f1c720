"""Edits of an agenda, each saved at once and whole, and undone if need be."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meetings.agenda.agenda import StaleAgenda, load_agenda
from meetings.agenda.editing import HasOutcomes, edit_agenda, undo_last_edit
from meetings.forms.agendas import (
    DurationForm,
    MoveItemForm,
    MoveSessionForm,
    NewItemForm,
    SeenForm,
)
from meetings.models import AgendaItem, Meeting, Session
from meetings.views.agendas import MAY_EDIT, editor_context

# Of all errors, the script shows the editor that comes with this one.
CONFLICT = 409


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def move_item(request, slug, pk):
    """Put an item at another place, of its session or of another one."""
    form = MoveItemForm(request.POST)
    return save_edit(
        request, slug, form, lambda agenda: agenda.move_item(pk, **form.values)
    )


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def move_session(request, slug, pk):
    """Put a session at another place of the agenda."""
    form = MoveSessionForm(request.POST)
    return save_edit(
        request, slug, form, lambda agenda: agenda.move_session(pk, **form.values)
    )


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def set_duration(request, slug, pk):
    """Change the length of an item; what follows moves with it."""
    form = DurationForm(request.POST)
    return save_edit(
        request, slug, form, lambda agenda: agenda.set_duration(pk, **form.values)
    )


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def add_item(request, slug, pk):
    """Add an item at the end of a session."""
    form = NewItemForm(request.POST)
    return save_edit(
        request, slug, form, lambda agenda: agenda.add_item(pk, **form.values)
    )


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def remove_item(request, slug, pk):
    return remove(request, slug, AgendaItem, pk)


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def remove_session(request, slug, pk):
    return remove(request, slug, Session, pk)


def remove(request, slug, model, pk):
    """Take a session or an item out, unless something was said or decided on it."""
    form = SeenForm(request.POST)
    return save_edit(request, slug, form, lambda agenda: agenda.remove(model, pk))


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def undo(request, slug):
    """Take the last edit back."""
    meeting = get_object_or_404(Meeting, slug=slug)
    try:
        undone = undo_last_edit(meeting, request.user, timezone.now())
    except StaleAgenda:
        sentence = _("Something else was changed since.")
        return editor_response(request, slug, sentence, CONFLICT)
    if undone is None:
        sentence = _("There is nothing left to undo.")
        return editor_response(request, slug, sentence)
    last, _agenda = undone
    messages.success(request, _("Undone: %(what)s.") % {"what": last.what})
    return editor_response(request, slug)


def save_edit(request, slug, form, edit):
    """Edit the agenda, or say in one sentence why it was not edited.

    `edit(agenda)` is called only once the form is valid.
    """
    if not form.is_valid():
        return editor_response(request, slug, first_error(form))
    meeting, seen = get_object_or_404(Meeting, slug=slug), form.cleaned_data["seen"]
    try:
        edit_agenda(meeting, seen, request.user, timezone.now(), edit)
    except StaleAgenda:
        sentence = _(
            "Somebody else changed the agenda meanwhile, and your change was not made."
            " This is the agenda now."
        )
        return editor_response(request, slug, sentence, CONFLICT)
    except HasOutcomes as error:
        return editor_response(request, slug, outcomes_sentence(error.item))
    return editor_response(request, slug)


def outcomes_sentence(item):
    """Return why an item cannot be taken out."""
    return _(
        "“%(title)s” has minutes or decisions, and cannot be taken out."
        " Move these first."
    ) % {"title": item}


def first_error(form):
    """Return what is wrong with a form of few fields, in one sentence."""
    name, errors = next(iter(form.errors.items()))
    label = form.fields[name].label if name in form.fields else ""
    return f"{label}: {errors[0]}" if label else errors[0]


def editor_response(request, slug, error="", status=200):
    """Return the editor as it is now: a part of the page for a script, else the page.

    A browser without scripts is redirected, so that loading anew sends nothing again.
    """
    if error:
        messages.error(request, error)
    # What the script asks for: Accept: text/html;fragment.
    if "fragment" not in request.headers.get("Accept", ""):
        return redirect("agenda-edit", slug)
    meeting = get_object_or_404(Meeting.objects.with_names(), slug=slug)
    # A page shows messages at its top, which a part of it does not have.
    context = {"meeting": meeting, "is_fragment": True}
    context |= editor_context(load_agenda(meeting))
    template = "meetings/agendas/_editor.html"
    return render(request, template, context, status=status)
