"""Django's entry for the app "articles"."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """What people read."""

    name = "articles"
    default_auto_field = "django.db.models.BigAutoField"
