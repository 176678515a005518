"""Pages on which staff write and publish the next version."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from common.text.changes import changes
from community.desk.agreements.forms import VersionForm
from community.members.agreements.actions import (
    NotAllowed,
    discard_draft,
    publish_text,
    save_draft,
)
from community.members.agreements.models import AgreementText
from community.members.agreements.reading import current, versions
from community.members.models import Member
from community.moderation.access import staff_only

Kind = AgreementText.Kind


@staff_only
@require_safe
def text_list(request: HttpRequest, editor: Member) -> HttpResponse:
    """The texts, with the versions that held."""
    drafts = set(AgreementText.objects.filter(published_at=None).values_list("kind", flat=True))
    texts = [
        {"kind": kind, "label": label, "versions": versions(kind), "has_draft": kind in drafts}
        for kind, label in Kind.choices
    ]
    context = {"texts": texts, "section": "desk"}
    return render(request, "community/desk/agreements/text_list.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def next_version(request: HttpRequest, editor: Member, kind: str) -> HttpResponse:
    """The next version: write it, look at it, publish it."""
    if kind not in Kind.values:
        raise Http404("There is no such text.")
    draft = AgreementText.objects.filter(kind=kind, published_at=None).first()
    if request.POST.get("do") == "discard":
        discard_draft(kind=kind, editor=editor)
        messages.success(request, "The draft is gone. What readers see did not change.")
        return redirect("desk_agreement", kind)
    form = VersionForm(
        request.POST if request.method == "POST" else None,
        initial=as_initial(draft or current(kind), draft),
        action=request.path,
        has_draft=draft is not None,
    )
    if form.is_valid():
        try:
            return store(request, editor, kind, form)
        except NotAllowed as trouble:
            form.add_error(None, str(trouble))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "draft": draft, "label": Kind(kind).label, "section": "desk"}
    context |= seen_by_readers(kind, draft)
    return render(request, "community/desk/agreements/text_page.html", context, status=status)


def as_initial(shown: AgreementText | None, draft: AgreementText | None) -> dict[str, Any]:
    """What the form begins with: the draft, or the words that hold."""
    return {
        "body": shown.body if shown else "",
        "changes": draft.changes if draft else "",
        "asks": draft.asks if draft else False,
    }


def seen_by_readers(kind: str, draft: AgreementText | None) -> dict[str, Any]:
    """The draft beside the version that holds."""
    holds = current(kind)
    difference = changes(holds.body, draft.body) if holds and draft else []
    return {"holds": holds, "difference": difference}


def store(request: HttpRequest, editor: Member, kind: str, form: VersionForm) -> HttpResponse:
    """Keep the draft, or publish what the form holds. Raises `NotAllowed`."""
    given = form.cleaned_data
    if request.POST.get("do") != "publish":
        save_draft(kind=kind, editor=editor, **given)
        messages.success(request, "The draft is kept. Nobody else sees it yet.")
        return redirect("desk_agreement", kind)
    text = publish_text(kind=kind, editor=editor, **given)
    asked = " Members are asked before they write again." if text.asks else ""
    messages.success(request, f"Version {text.number} holds from now on.{asked}")
    return redirect("desk_agreements")
