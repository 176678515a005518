"""Django's entry for the app "community"."""

from django.apps import AppConfig


class CommunityConfig(AppConfig):
    """Where people talk."""

    name = "community"
    default_auto_field = "django.db.models.BigAutoField"
