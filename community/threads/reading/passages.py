"""The passage of an article to which an answer led a reader, marked on the page."""

from dataclasses import dataclass

from django.http import HttpRequest

from articles.ask.passages import find_passage, mark_passage
from articles.models import Article
from community.threads.reading.heads import Head

KEY_MAX = 30  # characters of the name of a passage


@dataclass(frozen=True)
class MarkedBody:
    """The text of an article, and the same with the passage marked."""

    plain: str
    marked: str

    def marked_in(self, html: str) -> str:
        """A finished page with the passage marked in it."""
        return html.replace(self.plain, self.marked, 1)


def asked_passage(request: HttpRequest, head: Head) -> MarkedBody | None:
    """What the address asks to be marked, if the article still says so."""
    key = request.GET.get("passage", "")[:KEY_MAX]
    if not key:
        return None
    body = (
        Article.objects.published().filter(pk=head.article_id).values_list("body_html", flat=True)
    )
    plain = body.first() or ""
    passage = find_passage(plain, key)
    return MarkedBody(plain, mark_passage(plain, passage)) if passage else None
