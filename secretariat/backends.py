"""The backend by which Django's permission checks ask the table of roles."""

from allauth.account.auth_backends import AuthenticationBackend

from secretariat.roles import permissions_of


class RoleBackend(AuthenticationBackend):
    """Sign-in by e-mail; permissions by role, none granted in the database.

    A permission that is granted by hand is forgotten; a table in the code is reviewed
    and tested.
    """

    def get_user_permissions(self, user_obj, obj=None):
        return set()

    def get_group_permissions(self, user_obj, obj=None):
        # No permission is about one row: a check that asks for one must not pass.
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        return {code for role in user_obj.roles for code in permissions_of(role)}
