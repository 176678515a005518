"""How to sign in as one person of each kind."""

from pathlib import Path

from django.conf import settings
from django.urls import reverse

from community.desk.sample.reading import read_people
from community.desk.sample.records import Person
from community.desk.sample.state import is_loaded

KINDS = ("member", "new member", "moderator", "staff")
NO_MAIL = (
    "Mail goes out through EMAIL_URL, and sample addresses receive none. To sign in as one of "
    "them, start without EMAIL_URL; then mail is kept in a folder."
)


def sign_in_lines() -> list[str]:
    """What to print: where, each kind of person with an address, and where the code appears.

    Empty when the sample community is not in the database.
    """
    if not is_loaded():
        return []
    people = {kind_of(person): person for person in read_people() if person.sign_in}
    return [
        "To look around as somebody of the sample community:",
        *(f"  {kind:<12}{people[kind].address}" for kind in KINDS),
        where_the_code_is(),
    ]


def kind_of(person: Person) -> str:
    """The kind of person: their role, or that they have not posted yet."""
    is_new = person.role == "member" and not person.approved_posts
    return "new member" if is_new else person.role


def where_the_code_is() -> str:
    """The way in: the address of the page, and where mail is kept here."""
    kept_in = getattr(settings, "EMAIL_FILE_PATH", None)
    if not kept_in:  # with EMAIL_URL it is empty, or not there
        return NO_MAIL
    page = settings.SITE_URL + reverse("account_login")
    folder = Path(kept_in)
    if folder.is_relative_to(settings.BASE_DIR):
        folder = folder.relative_to(settings.BASE_DIR)
    return f"Enter the address at {page}; the code appears in this window and in {folder}/"
