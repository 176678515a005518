"""Where a request comes from, as far as we want to know it: a keyed hash that changes daily."""

import ipaddress
from datetime import date

from django.utils import timezone
from django.utils.crypto import salted_hmac


def network_hash(address: str, day: date | None = None) -> str:
    """A keyed hash of an address; the key changes every day, so days cannot be joined.

    An address that is not global (this machine, a private network) says nothing about a
    person: behind a proxy nobody told us about, everybody would share it. It gives "".
    """
    try:
        if not ipaddress.ip_address(address).is_global:
            return ""
    except ValueError:
        return ""
    key = f"community.network.{day or timezone.now().date()}"
    return salted_hmac(key, address).hexdigest()[:32]
