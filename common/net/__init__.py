"""The only way to foreign web addresses: guarded, polite, with an end.

    address -> check_address -> looked up once -> every answer public? -> connected to one of them
            -> robots.txt allows it? -> read, capped in bytes and seconds -> Fetched

Every redirect goes through all of it again.
"""

from common.net.errors import FetchFailed, FetchRefused, NotFetched
from common.net.fetched import Fetched
from common.net.fetching import fetch
from common.net.memory import Memory
from common.net.public import is_public
from common.net.rules import FetchRules
from common.net.targets import Target, check_address

__all__ = [
    "FetchFailed",
    "FetchRefused",
    "FetchRules",
    "Fetched",
    "Memory",
    "NotFetched",
    "Target",
    "check_address",
    "fetch",
    "is_public",
]
