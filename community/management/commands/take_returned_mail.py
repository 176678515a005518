"""manage.py take_returned_mail"""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from common.mail.returned import REPORT_MAX
from community.notifications.returned import take_mail


class Command(BaseCommand):
    help = (
        "Reads one mail from standard input, as a mail server pipes it. A report of mail that came back "
        "(RFC 3464) or a complaint (RFC 5965) stops what goes to that address, at once or after some "
        "times. A mail that asks to unsubscribe, as List-Unsubscribe offers it (RFC 2369), ends what it "
        "names. Anything else is passed over. Prints what was done."
    )

    def handle(self, **options: Any) -> None:
        self.stdout.write(take_mail(sys.stdin.buffer.read(REPORT_MAX)))
