"""Pages of one article at the desk."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from articles.history.models import SourceChange
from articles.models import Article
from articles.topics.reading import proposed_for
from common.html import html_to_text
from common.times import exact_time
from community.desk.actions import (
    ChangedMeanwhile,
    approve_for_answers,
    edit_article,
    publish_article,
    schedule_article,
    withdraw_article,
)
from community.desk.article_forms import CorrectForm, ScheduleForm, WithdrawForm
from community.desk.forms import EditForm, edit_initial
from community.desk.history.actions import correct_article
from community.desk.reading import reading_context
from community.members.models import Member
from community.moderation.access import staff_only

LOG_SHOWN = 50  # acts on one article; more would be a quarrel


def find(pk: int) -> Article:
    """The article, whatever its state."""
    articles = Article.objects.exclude(state=Article.State.UNDONE)
    articles = articles.select_related("source", "import_run__desk_run")
    return get_object_or_404(articles.prefetch_related("topics", "corrections"), pk=pk)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def article_page(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """Where an article comes from, what was done with it, and what can be done."""
    article = find(pk)
    do = request.POST.get("do", "")
    forms = {name: form(request.POST if name == do else None) for name, form in FORMS.items()}
    if request.method == "POST" and (do not in forms or forms[do].is_valid()):
        given = forms[do].cleaned_data if do in forms else {}
        messages.success(request, DOING.get(do, publish)(article, editor, given))
        return redirect("desk_article", pk)
    log = list(article.desk_log.select_related("editor")[: LOG_SHOWN + 1])
    context = {
        "article": article,
        "forms": forms,
        "log": log[:LOG_SHOWN],
        "has_older_acts": len(log) > LOG_SHOWN,
        "change": article.source_changes.filter(state=SourceChange.State.WAITING).first(),
        "version_count": article.versions.count(),
        "section": "desk",
        "form": forms.get(do),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if do in forms else HTTPStatus.OK
    return render(request, "community/desk/article_page.html", context, status=status)


FORMS: dict[str, type[Any]] = {
    "withdraw": WithdrawForm,
    "correct": CorrectForm,
    "schedule": ScheduleForm,
}


def publish(article: Article, editor: Member, given: dict[str, Any]) -> str:
    publish_article(article=article, editor=editor)
    return "Published. Everybody can read it now."


def approve(article: Article, editor: Member, given: dict[str, Any]) -> str:
    approve_for_answers(article=article, editor=editor, may=True)
    return "It may be quoted in answers."


def keep_out(article: Article, editor: Member, given: dict[str, Any]) -> str:
    approve_for_answers(article=article, editor=editor, may=False)
    return "It is quoted in no answer from now on."


def withdraw(article: Article, editor: Member, given: dict[str, Any]) -> str:
    withdraw_article(article=article, editor=editor, note=given["note"])
    return "Withdrawn. Readers see your note in its place."


def correct(article: Article, editor: Member, given: dict[str, Any]) -> str:
    correct_article(article=article, editor=editor, note=given["note"])
    return "The note stands above the text."


def schedule(article: Article, editor: Member, given: dict[str, Any]) -> str:
    at = given["publish_at"]
    schedule_article(article=article, editor=editor, at=at)
    return f"It will be published on {exact_time(at)}."


def unschedule(article: Article, editor: Member, given: dict[str, Any]) -> str:
    schedule_article(article=article, editor=editor, at=None)
    return "It stays a draft until somebody publishes it."


DOING: dict[str, Callable[[Article, Member, dict[str, Any]], str]] = {
    "approve": approve,
    "keep_out": keep_out,
    "withdraw": withdraw,
    "correct": correct,
    "schedule": schedule,
    "unschedule": unschedule,
}


@staff_only
@require_safe
def reading_page(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """The article as readers will see it, also before it is published."""
    context = reading_context(find(pk), timezone.now())
    return render(request, "community/desk/reading_page.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def edit_page(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """Change the words of an article."""
    article = find(pk)
    if request.method != "POST":
        text = f"{article.standfirst} {html_to_text(article.body_html)}"
        proposed = proposed_for(article.title, text, besides=article.pk)
        form = EditForm(initial=edit_initial(article), article=article, proposed=proposed)
        return form_page(request, article, form)
    form = EditForm(request.POST, article=article)
    if not form.is_valid():
        return form_page(request, article, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if request.POST.get("do") == "preview":
        return form_page(request, article, form, preview=preview_of(article, form))
    return save(request, editor, article, form)


def save(request: HttpRequest, editor: Member, article: Article, form: EditForm) -> HttpResponse:
    """Store the changes, unless somebody else was faster."""
    version = form.cleaned_data["version"]
    try:
        edit_article(article=article, editor=editor, version=version, **form.changes(article))
    except ChangedMeanwhile:
        return after_losing(request, article, form)
    messages.success(request, "Saved.")
    return redirect("desk_article", article.pk)


def after_losing(request: HttpRequest, article: Article, form: EditForm) -> HttpResponse:
    """The editor's own words again, with the newer text beside; saving then means to replace it."""
    newer = find(article.pk)
    data = request.POST.copy()
    data["version"] = str(newer.version)
    again = EditForm(data, article=newer)
    latest = newer.desk_log.select_related("editor").first()
    context = {"newer": newer, "latest": latest}
    return form_page(request, newer, again, HTTPStatus.CONFLICT, **context)


def preview_of(article: Article, form: EditForm) -> dict[str, Any]:
    """What readers will see of the changes; nothing is stored."""
    return form.cleaned_data | {"topics": form.all_topics()}


def form_page(
    request: HttpRequest,
    article: Article,
    form: EditForm,
    status: int = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:
    """The page with the form."""
    context = {"article": article, "form": form, "section": "desk", **more}
    return render(request, "community/desk/edit_page.html", context, status=status)
