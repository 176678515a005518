"""System checks: wrong values of the environment, each with an id and a hint."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from config import env


@register()
def environment_can_be_used(**kwargs: Any) -> list[CheckMessage]:
    """Report every environment value that was set aside while settings were read."""
    return [Error(p.message, hint=p.hint, id=p.id) for p in env.problems]


@register(Tags.security, deploy=True)
def address_is_served_encrypted(**kwargs: Any) -> list[CheckMessage]:
    """Health talk goes over https, unless the site is on this machine only."""
    if settings.SITE_URL.startswith("https://"):
        return []
    return [
        Warning(
            f"SITE_URL is {settings.SITE_URL}: pages and sign-in cookies travel unencrypted.",
            hint="Set SITE_URL to the https:// address that people type.",
            id="config.W001",
        )
    ]
