"""The page that shows the queue and a case in it."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from community.members.models import Member
from community.moderation.cases import Case, read_case
from community.moderation.forms import FORMS, DecisionForm
from community.moderation.outcomes import Trouble
from community.moderation.places import read_place
from community.moderation.querysets import totals
from community.moderation.waiting_list import WaitingList, read_list
from community.moderation.waits import wait_in_words
from community.threads.models import Comment


def asked_place(request: HttpRequest) -> str:
    """The place at which the list begins, as the address names it; empty for no place."""
    return str(read_place(request.GET.get("from", "")) or "")


def case_url(pk: int, begins: str) -> str:
    """The address of a case, beside the same page of the list."""
    address = reverse("moderate_comment", args=[pk])
    return f"{address}?from={begins}" if begins else address


def case_page(
    request: HttpRequest,
    moderator: Member,
    comment: Comment,
    *,
    form: DecisionForm | None = None,
    trouble: Trouble | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """A case, with the list beside it where there is room. `form` is one that was filled in."""
    waiting = read_list(asked_place(request), moderator, comment)
    case = read_case(comment, moderator)
    context = list_context(waiting) | {
        "case": case,
        "forms": decision_forms(case, waiting.begins, form),
        "trouble": trouble,
    }
    return render(request, "community/moderation/case_page.html", context, status=status)


def list_page(
    request: HttpRequest, moderator: Member, waiting: WaitingList, comment: Comment | None
) -> HttpResponse:
    """The list, with its first case beside it where there is room."""
    case = read_case(comment, moderator) if comment else None
    forms = decision_forms(case, waiting.begins) if case else {}
    context = list_context(waiting) | {"case": case, "forms": forms, "is_list": True}
    return render(request, "community/moderation/queue_page.html", context)


def list_context(waiting: WaitingList) -> dict[str, Any]:
    """What both pages say about the queue."""
    counted = totals()
    age = timezone.now() - counted.oldest if counted.oldest else None
    oldest = wait_in_words(age.total_seconds()) if age else ""
    return {"waiting": waiting, "totals": counted, "oldest": oldest, "section": "moderation"}


def decision_forms(
    case: Case, begins: str, given: DecisionForm | None = None
) -> dict[str, DecisionForm]:
    """The forms that are open to this moderator; what was typed into one stands in it again."""
    if case.is_own:
        return {}
    action = case_url(case.comment.pk, begins)
    version = {"version": case.comment.version}
    forms = {kind.value: FORMS[kind](initial=version, action=action) for kind in case.open_kinds}
    if given is not None and given.kind in forms:
        forms[given.kind.value] = given
    return forms
