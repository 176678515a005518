"""How second keys by allauth fit our site: its name, its words, a picture for both themes."""

from io import BytesIO
from typing import Any

import qrcode
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from qrcode.image.svg import SvgPathFillImage

from community.members.models import Member


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Our answers to what allauth asks."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That did not fit. Please try once more; "
        "a code from an app changes every 30 seconds.",
        "cannot_generate_recovery_codes": "Recovery codes need a passkey or an app beside them.",
    }

    def build_totp_svg(self, url: str) -> str:
        """The picture that an app reads. On white, so that it can be read in the dark theme."""
        picture = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(picture)
        return picture.getvalue().decode()

    def generate_authenticator_name(self, user: Member, type: Authenticator.Type) -> str:
        """A name for a passkey whose owner gave it none."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return f"Passkey {count + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        """What the browser shows when it asks for a passkey."""
        entity: dict[str, Any] = super().get_public_key_credential_rp_entity()
        return entity | {"name": settings.SITE_NAME}
