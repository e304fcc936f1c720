"""The pages of the import wizard, and what is sent to them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

LIST = "성명,소속,역할,이메일\n김견본,경북,단장,kim@example.org\n이견본,경북,수행,\n"
UNREAD = {
    "sheet": "CSV",
    "range": "G1:H3",
    "sample": ["성명", "최견본"],
    "why": "beside",
    "is_asked": True,
}
KIM = {"native_name": "김견본", "government": "경북", "role": "단장"}


def page(name, *args):
    return reverse(f"import-{name}", args=["tlgec-27", *args])


def upload(client, text, name="list.csv", **extra):
    content = text if isinstance(text, bytes) else text.encode()
    data = {"file": SimpleUploadedFile(name, content)} | extra
    return client.post(page("list"), data, follow=True)


def post(client, name, batch, **data):
    data = {"version": batch.version} | data
    response = client.post(page(name, batch.pk), data, follow=True)
    batch.refresh_from_db()
    return response
