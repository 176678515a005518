"""The same POST twice, by a double click, where the first one gave the session a new key.

The browser takes the answer to the second only, and sent it with the old key. Who shows the old key and sends the
very same form again, with the token of its page, is led to the session that the first made of theirs. Whoever has
nothing but the old key cannot know that token, and stays out.
"""

import json
from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from community.members.models import Member
from community.members.sessions.models import Session

REPEATED_WITHIN = timedelta(minutes=1)  # a slow double click on a slow line


def repeat_key(request: HttpRequest, key: str) -> str:
    """What names this very POST in the session with a key; opens nothing by itself."""
    sent = json.dumps([key, request.path, request.POST.urlencode()])
    return salted_hmac("community.repeat", sent).hexdigest()


def note_successor(request: HttpRequest, before: str, member: Member) -> None:
    """Write down which session goes on where this POST ended the one with the key `before`."""
    after = request.session.session_key
    assert after is not None
    Session.objects.update_or_create(
        session_key=repeat_key(request, before),
        defaults={
            "session_data": after,
            "expire_date": timezone.now() + REPEATED_WITHIN,
            "member": member,
        },
    )


def successor(request: HttpRequest, before: str) -> str | None:
    """The key of the session that the same POST made of the one with the key `before`, if it is there."""
    noted = Session.objects.filter(
        session_key=repeat_key(request, before), expire_date__gt=timezone.now()
    )
    after = noted.values_list("session_data", flat=True).first()
    return after if after and is_there(after) else None


def is_there(key: str) -> bool:
    """Whether a session has this key."""
    return Session.objects.filter(session_key=key).exists()
