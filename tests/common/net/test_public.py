"""Which IP addresses belong to the public internet."""

import pytest

from common.net import is_public
from tests.common.net.addresses import NO_IP_ADDRESSES, PRIVATE_4, PRIVATE_6, PUBLIC


@pytest.mark.parametrize("ip", PUBLIC)
def test_public_addresses_are_public(ip):
    assert is_public(ip)


@pytest.mark.parametrize("ip", PRIVATE_4 + PRIVATE_6)
def test_every_other_address_is_not(ip):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", NO_IP_ADDRESSES, ids=ascii)
def test_what_is_no_address_is_not_public(ip):
    assert not is_public(ip)
