"""Where a person reads why something was restricted, and appeals: by account or by receipt."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.members.models import Member
from community.members.restraints import is_trust_paused
from community.moderation.appeals.actions import lodge_appeal
from community.moderation.appeals.forms import AppealForm
from community.moderation.appeals.models import Appeal
from community.moderation.appeals.rights import check_may_appeal
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.models import Decision
from community.moderation.sanctions.reading import unread_warnings
from community.moderation.sanctions.warnings import with_warnings
from community.moderation.statements.building import statement_of
from community.moderation.team.querysets import is_alone
from community.threads.editing.kept_words import kept_words
from community.threads.posting.receipts import comment_of_receipt
from community.threads.posting.submissions import Author, Guest

DECISIONS_SHOWN = 30  # of one person; who has more has been written to often
# Stand with the decision that they answer.
ANSWERS = (Decision.Kind.APPEAL_KEPT, Decision.Kind.APPEAL_REVERSED)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def member_statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Why something of the member's was restricted."""
    if not isinstance(request.user, Member):
        return signed_out(request)
    own = Q(comment__author=request.user) | Q(member=request.user)
    return statement_page(request, find(own, pk), request.user)


def signed_out(request: HttpRequest) -> HttpResponse:
    """To sign in; with the words of an appeal that were on their way when the session ended."""
    if not (words := request.POST.get("words", "")):
        return redirect_to_login(request.get_full_path())
    context = {"words": words, "action": request.path}
    template = "community/moderation/appeals/signed_out.html"
    return render(request, template, context, status=HTTPStatus.FORBIDDEN)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def guest_statement(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """The same for a guest, who proves by the receipt that the comment is theirs."""
    comment = comment_of_receipt(token)
    if comment is None:
        raise Http404("This receipt does not open a comment. Please check the whole link.")
    author = Guest(comment.author_name, comment.author_email)
    response = statement_page(request, find(Q(comment=comment), pk), author)
    response["X-Robots-Tag"] = "noindex"
    return response


@csrf_exempt
@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def my_decisions(request: HttpRequest) -> HttpResponse:
    """What was decided about the member, apart from single comments; the newest first.

    Here they can say that they have read a warning, without writing anything else.
    """
    assert isinstance(request.user, Member)
    if request.method == "POST":
        if not with_warnings(request).get("warnings"):
            messages.success(request, "Thank you. It is noted that you have read it.")
        return redirect("my_decisions")
    decisions = request.user.decisions_about.exclude(kind__in=ANSWERS)
    shown = [
        (decision, statement_of(decision) if decision.is_restriction else None)
        for decision in decisions[:DECISIONS_SHOWN]
    ]
    context = {
        "decisions": shown,
        "warnings": unread_warnings(request.user) if request.user.is_warned else [],
        "is_trust_paused": is_trust_paused(request.user),
    }
    return render(request, "community/moderation/appeals/my_decisions.html", context)


def find(own: Q, pk: int) -> Decision:
    """The restriction, or 404 for what is none or somebody else's."""
    decisions = Decision.objects.select_related(
        "comment__thread__article", "appeal__outcome", "moderator"
    )
    decision = get_object_or_404(decisions.filter(own), pk=pk)
    if not decision.is_restriction:
        raise Http404("There is nothing to say about this decision.")
    return decision


def statement_page(request: HttpRequest, decision: Decision, author: Author) -> HttpResponse:
    """The statement, with the form of an appeal or what became of it."""
    form = AppealForm(request.POST or None, action=request.path)
    if request.method == "POST" and form.is_valid():
        try:
            lodge_appeal(decision=decision, author=author, words=form.cleaned_data["words"])
            return redirect(request.path)
        except NotAllowed as trouble:
            form.add_error(None, str(trouble))
    appeal: Appeal | None = getattr(decision, "appeal", None)
    context = {
        "statement": statement_of(decision),
        "decision": decision,
        "comment": decision.comment,
        "kept": kept_words([decision.comment]).get(decision.comment.pk)
        if decision.comment
        else None,
        "appeal": appeal,
        "form": form,
        "hindrance": hindrance(decision, author),
        "is_reversed": decision.reversed_by.exists(),
        "is_alone": decision.moderator is not None and is_alone(decision.moderator),
        "words_over": form.data.get("words", "") if form.errors else "",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    template = "community/moderation/appeals/statement_page.html"
    return render(request, template, context, status=status)


def hindrance(decision: Decision, author: Author) -> str:
    """Why there is no appeal any more, in a sentence; "" where there is one."""
    try:
        check_may_appeal(decision, author)
    except NotAllowed as trouble:
        return str(trouble)
    return ""
