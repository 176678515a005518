"""Mail without a mail server: one file a message in `var/mail/`, and a line on the terminal."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from django.core.mail.backends.filebased import EmailBackend
from django.core.mail.message import EmailMessage

# A sign-in code stands alone on its line.
CODE_LINE = re.compile(r"^[A-Z0-9]{3,6}(?:-?[A-Z0-9]{3,6})?$", re.MULTILINE)


class FolderBackend(EmailBackend):
    """Writes each message to a file of its own and says on standard error where it is."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        sent = 0
        for message in email_messages:
            self._fname = (
                None  # the parent class keeps one file a connection; we want one a message
            )
            sent += super().send_messages([message])
            file = Path(self._get_filename())  # type: ignore[attr-defined]
            sys.stderr.write(announcement(message, file) + "\n")
        return sent


def announcement(message: EmailMessage, file: Path) -> str:
    """One line for the terminal: to whom, about what, the code if there is one, and the file."""
    code = CODE_LINE.search(str(message.body))
    said = f" The code is {code.group()}." if code else ""
    return (
        f"Mail for {', '.join(message.to)}: {message.subject}.{said} ({file.name} in {file.parent})"
    )
