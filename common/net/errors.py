"""Why an address was not read, in words for the person who gave it."""


class NotFetched(Exception):
    """Nothing was read. `reason` is plain text that says why and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class FetchRefused(NotFetched):
    """We will not read this address; trying again changes nothing."""


class FetchFailed(NotFetched):
    """Reading did not work; later it may.

    `retry_after`: seconds that the site asked us to wait, None if it named no time.
    `status`: what the site answered (410: gone for good), None if it gave no answer.
    """

    def __init__(
        self, reason: str, *, retry_after: float | None = None, status: int | None = None
    ) -> None:
        super().__init__(reason)
        self.retry_after = retry_after
        self.status = status
