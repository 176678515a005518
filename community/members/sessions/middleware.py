"""Sessions for requests; a form of the account that is sent twice signs nobody out."""

from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

from community.members.sessions.engine import SessionStore
from community.members.sessions.repeats import is_there, successor

ACCOUNT = "/account/"  # where keys and the address change


class Sessions(SessionMiddleware):
    """Django's own, but for what `repeats` says."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        follow(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The first of two that run at once may have ended the session of the second meanwhile."""
        follow(request)
        try:
            return super().process_response(request, response)
        except SessionInterrupted:
            if not follow(request):
                raise
            return super().process_response(request, response)


def follow(request: HttpRequest) -> bool:
    """Go on in the session that the same POST made of this one; returns whether there is one."""
    before = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not before or request.method != "POST" or not request.path.startswith(ACCOUNT):
        return False
    if request.session.session_key not in (before, None) or is_there(before):
        return False
    after = successor(request, before)
    if after:
        request.session = SessionStore(after)
        request.session.modified = True
    return bool(after)
