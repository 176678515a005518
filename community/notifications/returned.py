"""Mail that arrives about our letters: what came back, and wishes to end something."""

from articles.newsletter import returned as newsletter
from common.mail import Leaving, read_leaving, read_returned
from community.notifications.letters import returned as letters


def take_mail(data: bytes) -> str:
    """Do what a mail asks for; returns what was done, in a word.

    "stopped", "counted", "unsubscribed"; "nothing" for any other mail, and where a proof is not true.
    """
    if wish := read_leaving(data):
        return leave(wish)
    report = read_returned(data)
    if report is None:
        return "nothing"
    done = newsletter.take_returned(report)
    return done if done != "nothing" else letters.take_returned(report)


def leave(wish: Leaving) -> str:
    """End what the mail names."""
    if wish.what == newsletter.NAME:
        return newsletter.leave_by_mail(wish.token)
    return letters.leave_by_mail(wish.what, wish.token)
