"""Exports of comments alone: one record without text for each page that was discussed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from articles.importing.exports.keeping import kept_comments
from articles.importing.exports.leaving_out import LeftOut
from articles.importing.exports.limits import check_articles, check_comments
from articles.importing.exports.trees import Told
from articles.importing.exports.wording import web_address
from articles.importing.records import ParsedArticle, ParseError
from common.text import one_line
from common.urls import host_of


@dataclass(slots=True)
class Page:
    """A page with the comments that were told of it. `link` may be a path alone."""

    external_id: str
    link: str = ""
    title: str = ""
    told: list[Told] = field(default_factory=list)


class Discussions:
    """The pages of an export, in the order in which they are met."""

    def __init__(self, address: str | None = None) -> None:
        self._address = web_address(address or "")
        self._pages: dict[str, Page] = {}
        self._count = 0
        # Comments of which no page is known.
        self.lost = LeftOut()

    def page(self, key: str, link: str = "", title: str = "") -> Page:
        """Give the page with this key; what was not known of it yet is added."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = Page(key)
            check_articles(len(self._pages))
        page.link = page.link or link
        page.title = page.title or one_line(title)
        return page

    def count(self) -> None:
        """Count one comment. Raises ParseError for one too many."""
        self._count += 1
        check_comments(self._count)

    def articles(self) -> Iterator[ParsedArticle]:
        """Give the pages with comments that are kept; the first also tells of the lost ones."""
        found = False
        for page in self._pages.values():
            article = self._article(page)
            if article is not None:
                yield article if found else _with_lost(article, self.lost)
                found = True
        if not found:
            raise ParseError("There are no comments in this export that can be taken over.")

    def _article(self, page: Page) -> ParsedArticle | None:
        left_out = LeftOut()
        comments = kept_comments(page.told, left_out)
        if not comments:
            return None
        link = self._whole(page.link)
        return ParsedArticle(
            title=page.title or link or one_line(page.external_id) or "Untitled",
            body_html="",
            source_name=host_of(link) if link else "",
            source_url=link,
            external_id=page.external_id,
            comments=comments,
            comments_dropped=left_out.comments_dropped,
            dropped=left_out.dropped(),
        )

    def _whole(self, link: str) -> str:
        """Give the address of a page; a path needs to know where the export is from."""
        try:
            return web_address(urljoin(self._address, link) if self._address else link)
        except ValueError:  # such as an unclosed bracket in the host
            return ""


def _with_lost(article: ParsedArticle, lost: LeftOut) -> ParsedArticle:
    return replace(
        article,
        comments_dropped=article.comments_dropped + lost.comments_dropped,
        dropped=[*article.dropped, *lost.dropped()],
    )
