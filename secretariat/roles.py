"""What each role may do: the one table for pages, back office and templates.

They ask in Django's own ways (`has_perm`, `perms`, `permission_required`), which lead
to RoleBackend and so to this table. The groups in the database say who has which role
and nothing else: the same release means the same rights on every installation.
"""

from functools import cache

MANAGER, EDITOR, DESK, VIEWER = "manager", "editor", "desk", "viewer"
ROLES = (MANAGER, EDITOR, DESK, VIEWER)
OFFICE = (MANAGER, EDITOR)
ALL = ROLES

# Parts of a meeting, a government or a series: editors may delete them as well. All
# else is deleted by managers only, since other rows refer to it.
PARTS = (
    "agendaitem",
    "appointment",
    "citation",
    "decision",
    "figure",
    "governmentname",
    "itemminutes",
    "meetinghost",
    "organizationname",
    "presenter",
    "serieshost",
    "seriesmembership",
    "seriesname",
    "session",
    "statement",
)
MODELS = (
    "alias",
    "attendee",
    "country",
    "delegation",
    "glossaryterm",
    "government",
    "meeting",
    "organization",
    "person",
    "series",
    "source",
    *PARTS,
)

# What every role may export: no personal data beyond what its pages show. `person` is
# left out, as a list of all people of all meetings is more than anybody reads.
EXPORTED_BY_ALL = (
    "attendee",
    "citation",
    "delegation",
    "figure",
    "government",
    "meeting",
    "series",
    "session",
)

TABLE = (
    # actions         app            models           roles
    ("view", "meetings", MODELS, ALL),
    ("add change import", "meetings", MODELS, OFFICE),
    ("delete", "meetings", PARTS, OFFICE),
    ("delete", "meetings", MODELS, (MANAGER,)),
    ("export", "meetings", MODELS, OFFICE),
    ("export", "meetings", EXPORTED_BY_ALL, ALL),
    ("view", "meetings", ("exportlog",), (MANAGER,)),
    ("change_status", "meetings", ("meeting",), OFFICE),
    ("see_personal_data", "meetings", ("attendee",), (MANAGER, EDITOR, DESK)),
    ("mark_attendance", "meetings", ("attendee",), (MANAGER, EDITOR, DESK)),
    ("enter_backoffice", "secretariat", ("user",), OFFICE),
    ("view add change", "secretariat", ("user",), (MANAGER,)),
    ("view delete", "mfa", ("authenticator",), (MANAGER,)),
)


@cache
def permissions_of(role):
    """Return the permissions of a role, as Django spells them: meetings.add_meeting."""
    return frozenset(
        f"{app}.{action}_{model_name}"
        for actions, app, model_names, roles in TABLE
        if role in roles
        for action in actions.split()
        for model_name in model_names
    )
