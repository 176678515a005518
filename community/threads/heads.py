"""The head of an article page: which article and thread, in which versions, in one query."""

from dataclasses import dataclass

from django.http import Http404

from articles.models import Article


@dataclass(frozen=True)
class Head:
    """Keys and versions; enough to find a kept page."""

    article_id: int
    article_version: int
    state: str
    thread_id: int | None
    thread_version: int | None

    def key(self, *rest: object) -> str:
        """Under which a finished page is kept."""
        versions = (self.article_id, self.article_version, self.thread_id, self.thread_version)
        return "page:" + ":".join(map(str, (*versions, *rest)))


def find_head(slug: str) -> Head:
    """The head of an article that readers may open (published or withdrawn), or 404."""
    fields = ("id", "version", "state", "thread__id", "thread__version")
    found = Article.objects.filter(slug=slug).exclude(state=Article.State.DRAFT)
    values = found.values_list(*fields).first()
    if values is None:
        raise Http404("There is no article at this address.")
    return Head(*values)
