"""Mail, without Django: reports of mail that came back, and mail by which somebody ends something."""

from common.mail.leaving import Leaving, leaving_words, read_leaving
from common.mail.returned import Returned, read_returned

__all__ = ["Leaving", "Returned", "leaving_words", "read_leaving", "read_returned"]
