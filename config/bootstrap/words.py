"""What the bootstrap says, and how it says that something is in the way."""


class Trouble(Exception):
    """A foreseeable problem, told in plain sentences that end with what to do.

    It is printed as it is, without a stack trace, and the command ends with exit code 1.
    """


def say(line: str = "") -> None:
    """Print one line at once, so that it is in order with what child processes print."""
    print(line, flush=True)


def name_exit(code: int) -> str:
    """Say how a process ended, from its return code (negative: the signal that ended it)."""
    return f"ended by signal {-code}" if code < 0 else f"exit code {code}"
