"""Links of rows that have a salt: no copy of the database makes one, and no link opens another row.

They are made from the site's key, and an earlier key that is listed in `SECRET_KEY_FALLBACKS` still opens
them. A new salt in the row makes its old links useless.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.conf import settings
from django.db.models import Model, QuerySet

from common.proofs import is_row_token, row_key, row_token

Row = TypeVar("Row", bound=Model)


def site_secrets() -> tuple[str, ...]:
    """The site's key, then those it had before."""
    return (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@dataclass(frozen=True)
class RowLinks(Generic[Row]):
    """The links of one kind of row. `salt_of` reads what its proofs are made of besides the key."""

    purpose: str
    rows: Callable[[], QuerySet[Row]]
    salt_of: Callable[[Row], str]

    def token(self, row: Row) -> str:
        """The token in a row's link, for example `17-5f0c…`. It does not end."""
        return row_token(self.purpose, row.pk, self.salt_of(row), site_secrets())

    def find(self, token: str) -> Row | None:
        """The row that a token opens; None when it is not a true one, or the row is gone."""
        key = row_key(token)
        found = self.rows().filter(pk=key).first() if key is not None else None
        if found is None:
            return None
        is_true = is_row_token(token, self.purpose, found.pk, self.salt_of(found), site_secrets())
        return found if is_true else None
