"""What each role may do: the one table that pages, admin and templates all ask.

They ask by Django's own means (`has_perm`, `perms`, `permission_required`), which end
in RoleBackend and so here. The groups of these names say who has a role, no more.
"""

from functools import cache

MANAGER, EDITOR, DESK, VIEWER = "manager", "editor", "desk", "viewer"
ROLES = (MANAGER, EDITOR, DESK, VIEWER)
OFFICE = (MANAGER, EDITOR)
ALL = ROLES

# What a meeting, a government or a series is made of: editors may take it out again.
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
)
MODELS = (
    "alias",
    "attendee",
    "country",
    "delegation",
    "government",
    "meeting",
    "organization",
    "person",
    "series",
    "source",
    *PARTS,
)

# What everybody reads, they may also take along as a list.
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
    # may             what                who
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
    """The permissions of one role, as Django spells them: meetings.add_meeting."""
    return frozenset(
        f"{app}.{action}_{model_name}"
        for actions, app, model_names, roles in TABLE
        if role in roles
        for action in actions.split()
        for model_name in model_names
    )
