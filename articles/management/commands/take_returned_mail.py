"""manage.py take_returned_mail"""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from articles.newsletter.returned import take_returned
from common.mail.returned import REPORT_MAX


class Command(BaseCommand):
    help = (
        "Reads one report of mail that came back (RFC 3464) or a complaint (RFC 5965) from standard "
        "input, as a mail server pipes it, and stops the newsletter to that address: at once when it "
        "takes no mail or its owner complained, after three times when it takes none for now. "
        "Anything else is passed over. Prints what was done."
    )

    def handle(self, **options: Any) -> None:
        self.stdout.write(take_returned(sys.stdin.buffer.read(REPORT_MAX)))
