"""The links by which somebody manages their letters without signing in."""

from django.conf import settings
from django.urls import reverse

from articles.proofs.letters import leave_headers
from articles.proofs.links import RowLinks
from community.notifications.follows.models import Follower

LINKS = RowLinks(
    "community.letters",
    lambda: Follower.objects.select_related("member"),
    lambda follower: follower.salt,
)


def letters_token(follower: Follower) -> str:
    """The token in the links of somebody's letters, for example `17-5f0c…`."""
    return LINKS.token(follower)


def follower_of(token: str) -> Follower | None:
    """The follower whom a token opens; None when it is not a true one."""
    return LINKS.find(token)


def ways_out(follower: Follower) -> dict[str, object]:
    """What the end of every letter leads to, for its template."""
    return {
        "settings_link": letters_url(follower),
        "pause_link": letters_url(follower, "letters_pause"),
    }


def one_click(follower: Follower, setting: str) -> dict[str, str]:
    """Headers by which a mail program ends a kind of letters."""
    link = letters_url(follower, "letters_stop", setting)
    return leave_headers(setting, letters_token(follower), link)


def letters_url(follower: Follower, page: str = "letters", *more: str | int) -> str:
    """The whole address of one of these pages."""
    return settings.SITE_URL + reverse(page, args=[letters_token(follower), *more])
