"""Mail that arrives about our letters: what came back, and wishes to end something."""

from articles.newsletter import returned as newsletter
from common.mail import Leaving, read_leaving, read_returned


def take_mail(data: bytes) -> str:
    """Do what a mail asks for; returns what was done, in a word.

    "stopped", "counted", "unsubscribed"; "nothing" for any other mail, and where a proof is not true.
    """
    if wish := read_leaving(data):
        return leave(wish)
    report = read_returned(data)
    return newsletter.take_returned(report) if report else "nothing"


def leave(wish: Leaving) -> str:
    """End what the mail names."""
    if wish.what == newsletter.NAME:
        return newsletter.leave_by_mail(wish.token)
    return "nothing"
