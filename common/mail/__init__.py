"""Mail, without Django: reports of mail that came back."""

from common.mail.returned import Returned, read_returned

__all__ = ["Returned", "read_returned"]
