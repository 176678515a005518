"""The sources, and one of them."""

from http import HTTPStatus

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Source
from community.desk.models import DeskRun
from community.desk.sources.actions import (
    add_source,
    edit_source,
    pause_feed,
    resume_feed,
    visit_soon,
)
from community.desk.sources.forms import SourceForm, source_initial
from community.members.models import Member
from community.moderation.access import staff_only

SOURCES_SHOWN = 200  # by name; a site with more of them finds one in the admin
RUNS_SHOWN = 8  # of its feed: the last days


@staff_only
@require_safe
def source_list(request: HttpRequest, editor: Member) -> HttpResponse:
    """All sources, those with a feed that needs somebody first."""
    sources = Source.objects.annotate(count=Count("articles")).order_by("-feed_paused_at", "name")
    found = list(sources[: SOURCES_SHOWN + 1])
    found.sort(key=lambda one: (not one.feed_note, one.name.casefold()))
    context = {
        "sources": found[:SOURCES_SHOWN],
        "has_more": len(found) > SOURCES_SHOWN,
        "section": "desk",
    }
    return render(request, "community/desk/sources/source_list.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def source_new(request: HttpRequest, editor: Member) -> HttpResponse:
    """Make a source before anything of it is here."""
    form = SourceForm(request.POST or None, initial={"shows": Source.Shows.FULL})
    if request.method == "POST" and form.is_valid():
        source = add_source(editor=editor, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("desk_source", source.pk)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "section": "desk"}
    return render(request, "community/desk/sources/source_page.html", context, status=status)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def source_page(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """What is known of a source, how its feed fares, and what can be changed."""
    source = get_object_or_404(Source, pk=pk)
    do = request.POST.get("do", "")
    if do in DOING:
        DOING[do][0](source=source, editor=editor)
        messages.success(request, DOING[do][1])
        return redirect("desk_source", pk)
    form = SourceForm(request.POST or None, source=source, initial=source_initial(source))
    if request.method == "POST" and form.is_valid():
        edit_source(source=source, editor=editor, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("desk_source", pk)
    if form.errors:
        source.refresh_from_db()
    context = {
        "form": form,
        "source": source,
        "count": source.articles.count(),
        "runs": DeskRun.objects.filter(feed=source)[:RUNS_SHOWN],
        "section": "desk",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "community/desk/sources/source_page.html", context, status=status)


DOING = {
    "pause": (pause_feed, "Paused. The feed is not visited until you say so."),
    "resume": (resume_feed, "The feed is visited again, the first time in a moment."),
    "visit": (visit_soon, "The feed is visited in a moment."),
}
