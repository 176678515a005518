"""The reply templates as moderators choose from them.

Kept in the cache, because every case offers them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache

from community.moderation.replies.models import ReplyTemplate

Use = ReplyTemplate.Use

KEY = "community.reply_templates"
KEPT_SECONDS = 60  # another process shows a change a minute later at most
PUT_IN = "put_in"  # the button that puts the chosen text into the words, and decides nothing

# With a decision on a comment; the first of them stand first.
USUAL = (Use.DECISION, Use.CRISIS, Use.RED_FLAG)
# With a decision about a person; those about comments often fit as well.
TO_PEOPLE = (Use.PERSON, Use.DECISION)
OF_LANES = {"crisis": (Use.CRISIS, Use.DECISION), "red-flag": (Use.RED_FLAG, Use.DECISION)}

Choices = list[tuple[str, str | list[tuple[str, str]]]]


@dataclass(frozen=True)
class Replies:
    """Some templates, in the order in which they are offered."""

    templates: tuple[ReplyTemplate, ...] = ()

    @property
    def choices(self) -> Choices:
        """For a select: grouped by what they are for."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for template in self.templates:
            group = groups.setdefault(template.get_use_display(), [])
            group.append((str(template.pk), template.title))
        return [("", "Choose a text"), *groups.items()]

    @property
    def texts(self) -> dict[str, str]:
        """The words by their key."""
        return {str(template.pk): template.words for template in self.templates}


def read_replies(uses: Iterable[ReplyTemplate.Use] = USUAL) -> Replies:
    """The templates of these uses, those of the first use first."""
    order = {use.value: place for place, use in enumerate(uses)}
    found = (template for template in all_templates() if template.use in order)
    return Replies(tuple(sorted(found, key=lambda template: order[template.use])))


def all_templates() -> list[ReplyTemplate]:
    """Every template, by use and title."""
    known: list[ReplyTemplate] | None = cache.get(KEY)
    if known is None:
        known = list(ReplyTemplate.objects.all())
        cache.set(KEY, known, KEPT_SECONDS)
    return known


def forget_templates() -> None:
    """Read them anew the next time."""
    cache.delete(KEY)


def replies_for_lane(lane: str) -> Replies:
    """What is offered with a decision on a comment of that lane."""
    return read_replies(OF_LANES.get(lane, USUAL))


def with_reply(words: str, chosen: str) -> str:
    """The words with a template below them; nothing that was typed is overwritten."""
    text = Replies(tuple(all_templates())).texts.get(chosen)
    if text is None or text in words:
        return words
    return f"{words.rstrip()}\n\n{text}".lstrip()
