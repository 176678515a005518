"""Which elements of a page are comments."""

import re

from lxml import etree, html

from articles.importing.pages.trees import classes

_BOXES = ("li", "div", "article", "section", "dd", "tr", "details")
# As WordPress, Drupal, Movable Type, Blogger, Ghost, Discourse and news sites call one comment.
_ONE = frozenset(
    "comment comment-item comment_item comment-entry commententry comment-block comment-container"
    " comment-wrapper comment-single single-comment commentitem comment-node comment-box"
    " comment__item comment-list-item comment-list__item user-comment reader-comment h-cite"
    " comment-thread__item comment-post post-comment comment_block blog-comment".split()
)
_ONE_ID = re.compile(r"(?:li-|div-)?(?:comment|kommentar|commentaire)[-_]?\d+", re.IGNORECASE)
_NOTES = frozenset("pingback trackback".split())
_NO_COMMENT = frozenset(
    "comment-form comment-respond comment-reply-form no-comments nocomments".split()
)

# Comments that are longer than their article are many.
_MOST_SHARE = 0.6
_MANY = 3

# What holds all comments, together with their headings and forms.
_ALL = re.compile(
    r"(?:comments?|comment-?list|commentlist|comments?-?(?:area|section|wrapper|container|block|thread|box|content)"
    r"|article-comments|post-comments|reader-comments|responses?|respond|comment-?form(?:-wrapper)?"
    r"|comment-respond|disqus_thread|disqus-comments|fb-comments|isso-thread|kommentare|commentaires"
    r"|comentarios|pingbacks?|trackbacks?|pinglist)",
    re.IGNORECASE,
)


def find_comments(tree: html.HtmlElement) -> list[etree._Element]:
    """Give the elements that are marked as one comment each, in the order of the page."""
    return [each for each in tree.iter(*_BOXES) if is_comment(each)]


def is_comment(element: etree._Element) -> bool:
    """Say whether an element is marked as one comment."""
    names = classes(element)
    if not _NO_COMMENT.isdisjoint(names) or is_note(element):
        return False
    kind = (element.get("itemtype") or "").rpartition("/")[2]
    if kind in ("Comment", "UserComments") or "comment" in (element.get("itemprop") or "").split():
        return True
    return not _ONE.isdisjoint(names) or _ONE_ID.fullmatch(element.get("id") or "") is not None


def is_note(element: etree._Element) -> bool:
    """Say whether an element is a note that another site linked here, or lies in one."""
    return not _NOTES.isdisjoint(classes(element))


def remove_comments(tree: html.HtmlElement) -> None:
    """Take everything out of a page that belongs to its comments, so that only the article is left."""
    whole = len(tree.text_content())
    for element in [each for each in tree.iter(*_BOXES, "ol", "ul", "form", "aside", "footer", "dl")
                    if is_comment(each) or is_note(each) or _holds_comments(each)]:  # fmt: skip
        if not _holds_article(element, whole):
            element.drop_tree()


def _holds_comments(element: etree._Element) -> bool:
    names = classes(element) | {(element.get("id") or "").lower()}
    return any(_ALL.fullmatch(name) for name in names)


def _holds_article(element: etree._Element, whole: int) -> bool:
    """Say whether an element named after comments is the page itself, by what is in it."""
    if element.xpath("boolean(.//h1 or .//*[@itemprop='articleBody'] or .//article//article)"):
        return True
    if len(element.text_content()) <= _MOST_SHARE * whole:
        return False
    return sum(is_comment(each) for each in element.iterdescendants(*_BOXES)) < _MANY
