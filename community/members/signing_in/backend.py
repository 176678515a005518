"""Who is signed in, read by a statement written out."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db import DEFAULT_DB_ALIAS

from community.members.models import Member
from community.members.statements import FIND_MEMBER, MEMBER_FIELDS, fetch, member_values


class SignInBackend(AuthenticationBackend):  # type: ignore[misc]
    """allauth's own, but for how a member is read."""

    def get_user(self, user_id: int) -> Member | None:
        """The member of a session; None when the account is closed or gone."""
        rows = fetch(FIND_MEMBER, user_id)
        if not rows:
            return None
        member = Member.from_db(DEFAULT_DB_ALIAS, MEMBER_FIELDS, member_values(rows[0]))
        return member if self.user_can_authenticate(member) else None
