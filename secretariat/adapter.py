"""How allauth is adapted to a closed house."""

from allauth.account.adapter import DefaultAccountAdapter


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by a manager; nobody signs up.

    The page to sign up has no address either (see urls.py): this is the second lock.
    """

    def is_open_for_signup(self, request):
        return False
