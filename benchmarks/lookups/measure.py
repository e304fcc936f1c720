"""Whole requests of the comboboxes, in process, on 3,000 governments."""

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from benchmarks.measuring import Log, analyse
from meetings.models import Government
from secretariat.models import User

GOVERNMENTS = 3_000
REQUESTS = 50  # of each text, of which the median
KINDS = ("governments", "bodies")
TEXTS = (
    "a",
    "鳥取県庁",
    "Tottori Prefecture",
    "汉城",
    "Pusan",
    "苏州",
    "수원시",
    "府中市",
    "広島県府中市",
    "nowhere",
)


def measured(rows, runs):
    """What was measured; neither the rows of lists nor the runs matter here."""
    make_governments(GOVERNMENTS - Government.objects.count())
    analyse()
    client, log = signed_in_client(), Log()
    for kind in KINDS:
        address = reverse("lookup", args=[kind])
        for text in TEXTS:
            for _request in range(REQUESTS):
                log.time(f"{kind}: {text}", client.post, address, {"q": text})
    return {"seconds": log.seconds, "queries": log.queries}


def make_governments(missing):
    """Add towns to what is on record, until there are as many as wanted."""
    parent = Government.objects.get(code="JP-31")
    towns = [
        Government(
            code=f"{parent.code}-bench-{n}",
            country=parent.country,
            parent=parent,
            level="municipality",
            kind="town",
            name_en=f"Bench {n}",
            name_ja=f"測定{n}町",
        )
        for n in range(missing)
    ]
    for town in towns:
        town.derive()
    Government.objects.bulk_create(towns)


def signed_in_client():
    user = User.objects.create_user("lookup@example.org", name="Lookup")
    user.groups.add(Group.objects.get(name="editor"))
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    return client
