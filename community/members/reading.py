"""Who reads."""

from django.http import HttpRequest

from community.members.models import Member


def reader_of(request: HttpRequest) -> Member | None:
    """The member who is signed in; None for visitors and guests."""
    return request.user if isinstance(request.user, Member) else None
