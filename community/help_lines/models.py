"""Help lines as staff changed them. A country without a row has the lines of the first content."""

from django.db import models

NAME_MAX = 100
SHORT_MAX = 60  # characters of a phone number or of opening hours


class HelpCountry(models.Model):
    """A country whose lines staff keep themselves; `code` is ISO 3166-1 alpha-2."""

    code = models.CharField(max_length=2, unique=True)
    name = models.CharField(max_length=NAME_MAX)
    emergency = models.CharField(max_length=SHORT_MAX, blank=True)
    checked_at = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class HelpLineEntry(models.Model):
    """One line of such a country; see `community.screening.help_line_list.HelpLine`."""

    country = models.ForeignKey(HelpCountry, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=NAME_MAX)
    phone = models.CharField(max_length=SHORT_MAX, blank=True)
    text = models.CharField(max_length=200, blank=True)
    hours = models.CharField(max_length=NAME_MAX, blank=True)
    url = models.URLField(max_length=200, blank=True)
    languages = models.CharField(max_length=NAME_MAX, blank=True, help_text="BCP 47, by commas.")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name
