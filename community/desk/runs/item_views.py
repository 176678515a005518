"""One article of a run: what was recognised, how it will look, and what becomes of it."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from articles.importing.records import ParsedArticle
from articles.importing.storing import Outcome
from articles.topics.reading import proposed_for
from common.html import html_to_text
from community.desk.models import DeskItem
from community.desk.previews import Preview, read_preview
from community.desk.runs.actions import TooLate, choose, correct_item, drop_run, store_chosen
from community.desk.runs.forms import ItemForm
from community.desk.runs.items import corrected, read_item
from community.desk.runs.views import TOO_LATE
from community.desk.runs.working import work_at_once
from community.members.models import Member
from community.moderation.access import staff_only

Choice, State = DeskItem.Choice, DeskItem.State
GONE = "The text of this article is not kept here any more. Please bring it in once more."
STORED_AT_ONCE_MAX = 500  # comments: what is stored while whoever clicked waits


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def item_page(request: HttpRequest, editor: Member, pk: int, number: int) -> HttpResponse:
    """The preview of an article, with fields to correct."""
    items = DeskItem.objects.select_related("run", "article")
    item = get_object_or_404(items, run=pk, number=number)
    if item.state == State.STORED and item.article:
        return redirect("desk_article", item.article.pk)  # or the second click of two
    parsed = read_item(item)
    if parsed is None:
        messages.warning(request, GONE)
        return (
            redirect("desk_article", item.article.pk) if item.article else redirect("desk_run", pk)
        )
    preview = read_preview(corrected(parsed, item.changes) if item.changes else parsed, item.format)
    if request.method == "POST":
        return decide(request, editor, item, parsed, preview)
    form = form_of(item, preview) if preview.is_new else None
    return preview_page(request, item, preview, form)


def form_of(item: DeskItem, preview: Preview) -> ItemForm:
    """The form with what was recognised, or corrected before."""
    parsed = preview.parsed
    text = f"{parsed.standfirst} {html_to_text(preview.body_html)}"
    form = ItemForm(proposed=proposed_for(parsed.title, text))
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
        "publish_at": item.publish_at,
    }
    return form


def decide(
    request: HttpRequest, editor: Member, item: DeskItem, parsed: ParsedArticle, preview: Preview
) -> HttpResponse:
    """Keep what was corrected and chosen; of a run with one article, store it."""
    do = request.POST.get("do", "")
    choice = Choice(do) if do in Choice.values else Choice.DRAFT
    publish_at = None
    try:
        if preview.is_new and choice != Choice.LEAVE:
            form = ItemForm(request.POST)
            if not form.is_valid():
                return preview_page(request, item, preview, form, HTTPStatus.UNPROCESSABLE_ENTITY)
            publish_at = form.cleaned_data.get("publish_at")
            changes = changes_in(parsed, form)
            correct_item(
                item=item, editor=editor, changes=changes, title=form.cleaned_data["title"]
            )
        choose(
            run=item.run, editor=editor, numbers=[item.number], choice=choice, publish_at=publish_at
        )
    except TooLate:
        messages.warning(request, TOO_LATE)
        return redirect("desk_run", item.run_id)
    return after_choosing(request, editor, item, choice)


def changes_in(parsed: ParsedArticle, form: ItemForm) -> dict[str, Any]:
    """The fields that are not as they were read, as they can be kept."""
    given = form.cleaned_data
    wanted = {
        name: given[name] for name in ("title", "standfirst", "author", "source_name", "source_url")
    }
    at = form.published_at(parsed.published_at)
    wanted["published_at"] = at and at.isoformat()
    wanted["topics"] = form.all_topics()
    before = {name: getattr(parsed, name) for name in wanted}
    before["published_at"] = parsed.published_at and parsed.published_at.isoformat()
    return {name: value for name, value in wanted.items() if value != before[name]}


def after_choosing(
    request: HttpRequest, editor: Member, item: DeskItem, choice: DeskItem.Choice
) -> HttpResponse:
    """On to the next article of the run; of a run with one, to what became of it."""
    run = item.run
    if run.items.count() > 1:
        later = run.items.filter(number__gt=item.number, state=State.WAITING).first()
        messages.success(request, f"“{item.title}”: {choice.label.lower()}. Nothing is stored yet.")
        return (
            redirect("desk_run_item", run.pk, later.number)
            if later
            else redirect("desk_run", run.pk)
        )
    if choice == Choice.LEAVE:
        drop_run(run=run, editor=editor)
        messages.info(request, f"{run.label} was dropped. Nothing of it was stored.")
        return redirect("desk")
    store_chosen(run=run, editor=editor)
    if item.comments > STORED_AT_ONCE_MAX:
        return redirect("desk_run", run.pk)
    work_at_once(run)
    item.refresh_from_db()
    if item.article is None or item.state != State.STORED:
        return redirect("desk_run", run.pk)
    messages.success(request, sentence(item))
    return redirect("desk_article", item.article.pk)


def sentence(item: DeskItem) -> str:
    """What became of one article, in words."""
    words = {
        Outcome.CREATED: "The article is stored.",
        Outcome.UPDATED: "The new text is stored.",
        Outcome.UNCHANGED: "The text was here already.",
        Outcome.SKIPPED: "The text here was left as it is.",
    }[Outcome(item.outcome)]
    if not item.comments_new:
        return words
    count = item.comments_new
    return f"{words} {count:,} old comment{'' if count == 1 else 's'} came in with it."


def preview_page(
    request: HttpRequest,
    item: DeskItem,
    preview: Preview,
    form: ItemForm | None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The page of an article that is not stored yet."""
    context = {
        "item": item,
        "run": item.run,
        "preview": preview,
        "form": form,
        "is_alone": item.run.items.count() == 1,
        "section": "desk",
    }
    return render(request, "community/desk/runs/item_page.html", context, status=status)
