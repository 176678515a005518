"""The page that shows the queue and a case in it."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.models import Topic
from community.members.models import Member
from community.moderation.decisions.forms import FORMS, DecisionForm
from community.moderation.decisions.grounds import explained
from community.moderation.decisions.outcomes import Trouble
from community.moderation.queue.cases import Case, read_case
from community.moderation.queue.handling_forms import HandlingForm, handling_forms, handling_url
from community.moderation.queue.lane_choices import lane_choices, narrow_words
from community.moderation.queue.narrowing import Narrowing, read_narrowing
from community.moderation.queue.own import hard_in_a_row, last_undoable
from community.moderation.queue.querysets import totals
from community.moderation.queue.waiting_list import WaitingList, read_list
from community.moderation.queue.waits import wait_in_words
from community.moderation.replies.reading import Replies, replies_for_lane
from community.threads.models import Comment
from community.yardsticks.waiting import usual_wait


def asked(request: HttpRequest) -> Narrowing:
    """The part of the queue that the address names."""
    return read_narrowing(request.GET.dict())


def case_url(pk: int, narrowing: Narrowing) -> str:
    """The address of a case, beside the same page of the list."""
    return reverse("moderate_comment", args=[pk]) + narrowing.query()


def case_page(
    request: HttpRequest,
    moderator: Member,
    comment: Comment,
    *,
    form: DecisionForm | None = None,
    handling: HandlingForm | None = None,
    trouble: Trouble | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """A case, with the list beside it where there is room. `form` is one that was filled in."""
    waiting = read_list(asked(request), moderator, comment)
    case = read_case(comment, moderator)
    replies = replies_for_lane(case.lane)
    context = list_context(waiting, moderator) | {
        "case": case,
        "forms": decision_forms(case, waiting.narrowing, replies, form),
        "reply_texts": replies.texts,
        "grounds": explained(),
        "handling": handling_forms(case, moderator, waiting.narrowing, given=handling),
        "handling_url": handling_url(case, waiting.narrowing),
        "trouble": trouble,
    }
    return render(request, "community/moderation/case_page.html", context, status=status)


def list_page(request: HttpRequest, waiting: WaitingList, moderator: Member) -> HttpResponse:
    """The list. A case is opened from it, and claimed with that."""
    context = list_context(waiting, moderator) | {
        "is_list": True,
        "topics": Topic.objects.all(),
        "is_hard_in_a_row": hard_in_a_row(moderator),
    }
    return render(request, "community/moderation/queue_page.html", context)


def list_context(waiting: WaitingList, moderator: Member) -> dict[str, Any]:
    """What both pages say about the queue."""
    counted = totals(moderator)
    narrowing = waiting.narrowing
    age = timezone.now() - counted.oldest if counted.oldest else None
    oldest = wait_in_words(age.total_seconds()) if age else ""
    return {
        "waiting": waiting,
        "totals": counted,
        "oldest": oldest,
        "lanes": lane_choices(narrowing, counted, moderator),
        "narrow": narrow_words(narrowing),
        "overdue": counted.overdue,
        "usual_wait": usual_wait(),
        "undoable": last_undoable(moderator),
        "section": "moderation",
    }


def decision_forms(
    case: Case, narrowing: Narrowing, replies: Replies, given: DecisionForm | None = None
) -> dict[str, DecisionForm]:
    """The forms that are open to this moderator; what was typed into one stands in it again."""
    if case.is_own or case.is_read_by_other:
        return {}
    action = case_url(case.comment.pk, narrowing)
    version = {"version": case.comment.version}
    kinds = [kind for kind in case.open_kinds if kind in FORMS]  # others have pages of their own
    forms = {kind.value: FORMS[kind](initial=version, action=action) for kind in kinds}
    if given is not None and given.kind in forms:
        forms[given.kind.value] = given
    for form in forms.values():
        form.offer_replies(replies)
    return forms
