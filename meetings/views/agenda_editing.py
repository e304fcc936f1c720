"""What is done to an agenda: every act saved at once, whole, and undone if wished."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meetings.agenda import acts
from meetings.agenda.agenda import Recorded, load
from meetings.agenda.editing import Stale, change, undo
from meetings.agenda.times import arrange
from meetings.forms.agendas import DurationForm, MoveForm, NewItemForm, SeenForm
from meetings.models import AgendaItem, Meeting, Session
from meetings.views.agendas import MAY_EDIT, editor_of

STALE = 409


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def move_item(request, slug, pk):
    """Put an item at another place, of its session or of another one."""
    return do(
        request,
        slug,
        MoveForm,
        lambda data: acts.move_item(pk, data["session"], data["place"]),
    )


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def move_session(request, slug, pk):
    """Put a session at another place of the agenda."""
    return do(
        request, slug, MoveForm, lambda data: acts.move_session(pk, data["place"])
    )


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def set_duration(request, slug, pk):
    """Change the length of an item; what follows moves with it."""
    return do(
        request,
        slug,
        DurationForm,
        lambda data: acts.set_duration(pk, data["duration"]),
    )


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def add_item(request, slug, pk):
    """Add an item at the end of a session."""

    def edit(data):
        return acts.add_item(pk, data["title"], data["kind"], data["duration"])

    return do(request, slug, NewItemForm, edit)


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
    return do(request, slug, SeenForm, lambda data: acts.remove(model, pk))


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def undo_change(request, slug):
    """Take the last change back."""
    meeting = get_object_or_404(Meeting, slug=slug)
    try:
        undone = undo(meeting, request.user, timezone.now())
    except Stale:
        return answer(request, slug, _("Something else was changed since."), STALE)
    if undone is None:
        return answer(request, slug, _("There is nothing left to undo."))
    step, _plan = undone
    messages.success(request, _("Undone: %(what)s.") % {"what": step.what})
    return answer(request, slug)


def do(request, slug, form_class, edit):
    """Change the agenda, or say in one sentence why it was not changed.

    `edit` makes the edit of what the form holds.
    """
    form = form_class(request.POST)
    if not form.is_valid():
        return answer(request, slug, refusal(form))
    meeting, data = get_object_or_404(Meeting, slug=slug), form.cleaned_data
    try:
        change(meeting, data["seen"], request.user, timezone.now(), edit(data))
    except Stale:
        return answer(request, slug, stale_sentence(), STALE)
    except Recorded as error:
        return answer(request, slug, recorded_sentence(error))
    return answer(request, slug)


def stale_sentence():
    return _(
        "Somebody else changed the agenda meanwhile, and your change was not made."
        " This is the agenda now."
    )


def recorded_sentence(error):
    return _(
        "“%(title)s” has minutes or decisions, and cannot be taken out."
        " Move these first."
    ) % {"title": error.item}


def refusal(form):
    """What is wrong with a small form, in one sentence."""
    name, errors = next(iter(form.errors.items()))
    label = form.fields[name].label if name in form.fields else ""
    return f"{label}: {errors[0]}" if label else errors[0]


def answer(request, slug, error="", status=200):
    """The editor as it is now: a part of the page for a script, else the page."""
    if error:
        messages.error(request, error)
    if "fragment" not in request.headers.get("Accept", ""):
        return redirect("agenda-edit", slug)
    meeting = get_object_or_404(Meeting.objects.with_names(), slug=slug)
    context = {"meeting": meeting, "is_fragment": True}
    context |= editor_of(arrange(load(meeting)))
    template = "meetings/agendas/_editor.html"
    return render(request, template, context, status=status)
