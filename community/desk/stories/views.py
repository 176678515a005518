"""Pages of the stories at the desk."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.models import Article, Story, StoryProposal
from articles.stories.lists import stories_with_articles, waiting_proposals
from community.desk.stories.actions import (
    accept_proposal,
    put_into_story,
    refuse_proposal,
    rename_story,
    take_out_of_story,
)
from community.desk.stories.forms import AddForm, NameForm
from community.members.models import Member
from community.moderation.access import staff_only

PROPOSALS_SHOWN = 20  # what one decides in a sitting; the next ones follow
STORIES_SHOWN = 25  # rows: about two screens
DIGITS_MAX = 18  # of a key; more fits into no column


@staff_only
@require_safe
def story_list(request: HttpRequest, editor: Member) -> HttpResponse:
    """Which articles seem to belong together, and the stories there are."""
    proposals = list(waiting_proposals()[: PROPOSALS_SHOWN + 1])
    before = request.GET.get("before", "")
    stories = stories_with_articles()
    if before.isascii() and before.isdecimal() and len(before) <= DIGITS_MAX:
        stories = stories.filter(pk__lt=int(before))
    found = list(stories[: STORIES_SHOWN + 1])
    context = {
        "proposals": proposals[:PROPOSALS_SHOWN],
        "more_wait": len(proposals) > PROPOSALS_SHOWN,
        "stories": found[:STORIES_SHOWN],
        "is_later": bool(before),
        "more": found[STORIES_SHOWN - 1].pk if len(found) > STORIES_SHOWN else None,
        "section": "desk",
    }
    return render(request, "community/desk/stories/story_list.html", context)


@staff_only
@require_POST
def decide_proposal(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """One story, or two."""
    proposal = get_object_or_404(StoryProposal, pk=pk)
    messages.success(request, decide(editor, proposal, request.POST.get("do", "")))
    return redirect("desk_stories")


def decide(editor: Member, proposal: StoryProposal, do: str) -> str:
    """Do what a button says; what to say about it."""
    if do == "accept":
        if story := accept_proposal(proposal=proposal, editor=editor):
            return f"Both are in the story “{story.name}” now. Each names the other."
    elif do == "refuse" and refuse_proposal(proposal=proposal, editor=editor):
        return "They stay apart, and are not proposed again."
    return "Somebody else had decided that already."


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def story_page(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """One story: its name, its articles, and what can be done with them."""
    story = get_object_or_404(stories_with_articles(), pk=pk)
    do = request.POST.get("do", "")
    if do == "out":
        return take_out(request, editor, story)
    rename = NameForm(request.POST if do == "rename" else None, initial={"name": story.name})
    add = AddForm(request.POST if do == "add" else None)
    form = rename if rename.is_bound else add
    if form.is_valid():
        messages.success(request, change(editor, story, form.cleaned_data))
        return redirect("desk_story", pk)
    context: dict[str, Any] = {"story": story, "rename_form": rename, "add_form": add, "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context["section"] = "desk"
    return render(request, "community/desk/stories/story_page.html", context, status=status)


def change(editor: Member, story: Story, given: dict[str, Any]) -> str:
    """Do what one of the forms asks for; what to say about it."""
    if "name" in given:
        rename_story(story=story, editor=editor, name=given["name"])
        return "The story has its new name."
    article: Article = given["address"]
    if put_into_story(article=article, story=story, editor=editor):
        return f"“{article.title}” is in this story now."
    return f"“{article.title}” was in this story already."


def take_out(request: HttpRequest, editor: Member, story: Story) -> HttpResponse:
    """Let one article stand alone."""
    asked = request.POST.get("article", "")
    key = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= DIGITS_MAX else 0
    article = get_object_or_404(story.articles, pk=key)
    if take_out_of_story(article=article, editor=editor):
        messages.success(request, f"“{article.title}” stands alone again.")
        return redirect("desk_story", story.pk)
    messages.success(request, "The story ended: one article alone is none.")
    return redirect("desk_stories")
