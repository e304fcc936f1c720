"""Make the first manager's account."""

import secrets

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction

from secretariat.models import User
from secretariat.roles import MANAGER


class Command(BaseCommand):
    help = "Make a manager's account with a random password, unless there is one."

    def add_arguments(self, parser):
        parser.add_argument("--email", default="manager@localhost")

    @transaction.atomic
    def handle(self, *args, email, **options):
        if User.objects.with_role(MANAGER).exists():
            return
        password = secrets.token_urlsafe(12)
        user = User.objects.create_user(email, password)
        user.groups.add(Group.objects.get(name=MANAGER))
        self.stdout.write(
            f"The first manager's account:\n  e-mail    {email}\n"
            f"  password  {password}\nIt is not shown again."
        )
