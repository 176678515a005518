"""Discussions of Disqus exports: one for each page of a site."""

from dataclasses import dataclass, field

from articles.importing.exports.keeping import kept_comments
from articles.importing.exports.leaving_out import LeftOut
from articles.importing.exports.moments import first_moment
from articles.importing.exports.paragraphs import paragraphs
from articles.importing.exports.trees import Told
from articles.importing.exports.wording import plain, web_address
from articles.importing.exports.xml_records import Record
from articles.importing.records import ParsedArticle
from common.urls import host_of


@dataclass(slots=True)
class Thread:
    """One discussion with the posts that were found for it."""

    record: Record
    external_id: str
    told: list[Told] = field(default_factory=list)

    @property
    def is_deleted(self) -> bool:
        """Whether it was deleted there, with all posts."""
        return self.record.text("isDeleted").lower() == "true"

    @property
    def page(self) -> tuple[str, str] | None:
        """What says that two threads are the same page: link and identifier, both given."""
        both = (self.record.text("link"), self.record.text("id"))
        return both if all(both) else None

    def article(self) -> ParsedArticle | None:
        """Give the record of the discussion, or None where nobody's words are kept."""
        left_out = LeftOut()
        comments = kept_comments(self.told, left_out)
        if not comments:
            return None
        link = web_address(self.record.text("link"))
        return ParsedArticle(
            title=plain(self.record.text("title")) or link or "Untitled",
            body_html=paragraphs(self.record.text("message")),
            source_name=host_of(link) if link else "",
            source_url=link,
            external_id=self.external_id,
            published_at=first_moment(self.record.text("createdAt")),
            comments=comments,
            comments_dropped=left_out.comments_dropped,
            dropped=left_out.dropped(self.record.line),
        )
