"""The preview of an uploaded document, and what becomes of it."""

from dataclasses import replace
from http import HTTPStatus

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from articles.importing.reading import Document
from articles.importing.records import ParsedArticle, ParseError
from articles.importing.storing import Outcome
from community.desk.forms import PreviewForm
from community.desk.importing import BroughtIn, Options, format_of, store_document
from community.desk.previews import Preview, read_previews
from community.desk.uploads import drop_upload, find_upload
from community.members.models import Member
from community.moderation.access import staff_only

SENTENCES_MAX = 5  # one for each article that came in; more would fill the page
GONE = "That document is not kept here any more. Please choose it once more."


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def upload_page(request: HttpRequest, editor: Member, key: str) -> HttpResponse:
    """What was recognised, and the choice what becomes of it."""
    document = find_upload(member_id=editor.pk, key=key)
    if document is None:
        messages.warning(request, GONE)
        return redirect("desk")
    if request.method == "POST" and request.POST.get("do") == "drop":
        drop_upload(member_id=editor.pk, key=key)
        messages.info(request, f"{document.name} was dropped. Nothing of it was stored.")
        return redirect("desk")
    try:
        previews = read_previews(document)
    except ParseError as error:
        messages.warning(request, f"{document.name}: {error}")
        return redirect("desk")
    if request.method == "POST":
        return decide(request, editor, document, previews)
    form = preview_form(previews[0].parsed) if is_open(previews) else None
    return preview_page(request, document, previews, form)


def is_open(previews: list[Preview]) -> bool:
    """Whether staff can correct what was recognised: one article, and a new one."""
    return len(previews) == 1 and previews[0].is_new


def preview_form(parsed: ParsedArticle) -> PreviewForm:
    """The form with what was recognised."""
    form = PreviewForm()
    known = form.known_topics
    form.initial = {
        "title": parsed.title,
        "standfirst": parsed.standfirst,
        "author": parsed.author,
        "source_name": parsed.source_name,
        "source_url": parsed.source_url,
        "published_on": parsed.published_at and parsed.published_at.date(),
        "topics": [name for name in parsed.topics if name in known],
        "new_topics": ", ".join(name for name in parsed.topics if name not in known),
    }
    return form


def decide(
    request: HttpRequest, editor: Member, document: Document, previews: list[Preview]
) -> HttpResponse:
    """Store the document, corrected where staff corrected it, and publish it if they say so."""
    as_read = [preview.parsed for preview in previews]
    parsed, form = as_read, None
    if is_open(previews):
        form = PreviewForm(request.POST)
        if not form.is_valid():
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            return preview_page(request, document, previews, form, status)
        parsed = [corrected(as_read[0], form)]
    try:
        options = Options(editor=editor, publish=request.POST.get("do") == "publish")
        brought = store_document(document, parsed, options, as_read)
    except IntegrityError:  # somebody gave another article this address a moment ago
        messages.warning(
            request, "Somebody else was at this at the same moment. Please look again."
        )
        return preview_page(request, document, previews, form, HTTPStatus.CONFLICT)
    return after_storing(request, document, brought)


def corrected(parsed: ParsedArticle, form: PreviewForm) -> ParsedArticle:
    """The article with what staff filled in."""
    given = form.cleaned_data
    return replace(
        parsed,
        title=given["title"],
        standfirst=given["standfirst"],
        author=given["author"],
        source_name=given["source_name"],
        source_url=given["source_url"],
        published_at=form.published_at(parsed.published_at),
        topics=form.all_topics(),
        state="published",  # whatever it was elsewhere: staff decide what it becomes here
    )


def after_storing(
    request: HttpRequest, document: Document, brought: list[BroughtIn]
) -> HttpResponse:
    """To the article, or to the list where there are several; says what was stored."""
    for one in brought[:SENTENCES_MAX]:
        messages.success(request, sentence(one))
    if (others := len(brought) - SENTENCES_MAX) > 0:
        messages.success(request, f"And {others:,} more, as the list shows.")
    if len(brought) == 1:
        return redirect("desk_article", brought[0].stored.article.pk)
    return redirect("desk")


def sentence(brought: BroughtIn) -> str:
    """What became of one article, in words."""
    outcome, count = brought.stored.outcome, brought.comments.created
    words = {
        Outcome.CREATED: "The article is stored.",
        Outcome.UPDATED: "The new text is stored.",
        Outcome.UNCHANGED: "The text was here already.",
        Outcome.SKIPPED: "The text here was left as it is.",
    }[outcome]
    if not count:
        return words
    return f"{words} {count:,} old comment{'' if count == 1 else 's'} came in with it."


def preview_page(
    request: HttpRequest,
    document: Document,
    previews: list[Preview],
    form: PreviewForm | None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The page of a document that is not stored yet."""
    context = {
        "document": document,
        "size": len(document.data),
        "format_name": format_of(document),
        "previews": previews,
        "preview": previews[0] if len(previews) == 1 else None,
        "form": form,
        "section": "desk",
    }
    return render(request, "community/desk/upload_page.html", context, status=status)
