"""A mail server on 127.0.0.1 that keeps what it is given, for tests."""

import email
import socket
import threading
from collections.abc import Callable
from email.message import Message


class Sink:
    """Takes every letter. `on_letter` is called when one was taken, before its sender is told."""

    def __init__(self, on_letter: Callable[[Message], None] | None = None) -> None:
        self.letters: list[Message] = []
        self.on_letter = on_letter
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.is_closed = False
        threading.Thread(target=self.listen, daemon=True).start()

    @property
    def url(self) -> str:
        """What `EMAIL_URL` has to be."""
        return f"smtp://127.0.0.1:{self.port}"

    def listen(self) -> None:
        while not self.is_closed:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rwb") as stream:
            try:
                self.converse(stream)
            except OSError:
                return

    def converse(self, stream: object) -> None:
        def say(line: str) -> None:
            stream.write(f"{line}\r\n".encode())  # type: ignore[attr-defined]
            stream.flush()  # type: ignore[attr-defined]

        say("220 sink")
        while line := stream.readline():  # type: ignore[attr-defined]
            word = line[:4].upper()
            if word == b"DATA":
                say("354 go on")
                self.take(stream)
                say("250 taken")
            elif word == b"QUIT":
                say("221 bye")
                return
            else:
                say("250 ok")

    def take(self, stream: object) -> None:
        lines = []
        while (line := stream.readline()) not in (b".\r\n", b""):  # type: ignore[attr-defined]
            lines.append(line)
        letter = email.message_from_bytes(b"".join(lines))
        self.letters.append(letter)
        if self.on_letter is not None:
            self.on_letter(letter)

    def close(self) -> None:
        """Listen no more."""
        self.is_closed = True
        self.socket.close()
