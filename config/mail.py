"""Mail without a mail server: one file a message in `var/mail/`, and a line on the terminal."""

import sys
from collections.abc import Sequence
from pathlib import Path

from django.core.mail.backends.filebased import EmailBackend
from django.core.mail.message import EmailMessage


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
    """One line for the terminal: to whom, about what, the code if there is one, and the file.

    The code is what whoever built the message put into its `code`: words of a person that look
    like one are none.
    """
    code = getattr(message, "code", "")
    said = f" The code is {code}." if code else ""
    return (
        f"Mail for {', '.join(message.to)}: {message.subject}.{said} ({file.name} in {file.parent})"
    )
