"""Deciding on a selection: choose, see what will happen, decide, read what happened."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_POST

from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.appeals.forms import ANSWER_MAX, at_most
from community.moderation.decisions.forms import GROUNDS
from community.moderation.decisions.models import Decision
from community.moderation.queue.bulk import CHOSEN_MAX, URGENT_ALONE, chosen_comments, decide_all
from community.moderation.queue.pages import asked

Kind = Decision.Kind
KINDS = [
    (Kind.APPROVE, "Approve: readers see them"),
    (Kind.KEEP, "Leave flagged ones as they are"),
    (Kind.REJECT, "Do not publish, and tell the writers"),
]


class BulkForm(forms.Form):
    """One decision for all that were chosen."""

    kind = forms.ChoiceField(
        label="Decision",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Please choose what to decide."},
    )
    ground = forms.ChoiceField(
        label="Reason", choices=GROUNDS, required=False, help_text="If you do not publish them."
    )
    words = forms.CharField(
        label="In your own words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "short"}),
        help_text="Each writer reads this.",
    )

    def __init__(self, *args: Any, action: str, chosen: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = format_html_join(
            "", '<input type="hidden" name="chosen" value="{}">', ((text,) for text in chosen)
        )
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_class = "decision-form"
        self.helper.include_media = False
        button = StrictButton(
            "Decide on all of these",
            type="submit",
            name="do",
            value="decide",
            css_class="btn-primary",
        )
        self.helper.layout = Layout(
            HTML(format_html("{}", kept)), *self.fields, FormActions(button)
        )

    def clean_words(self) -> str:
        return at_most(self.cleaned_data["words"], ANSWER_MAX)

    def clean(self) -> dict[str, Any]:
        """Nobody is told "no" without a reason."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") == Kind.REJECT and not cleaned.get("ground"):
            self.add_error("ground", "Please choose a reason. The writers will be told.")
        return cleaned


@moderators_only
@require_POST
def bulk(request: HttpRequest, moderator: Member) -> HttpResponse:
    """What was chosen and what to do with it; then what became of each."""
    texts = request.POST.getlist("chosen")
    chosen = chosen_comments(texts, moderator)
    if not chosen:
        messages.info(request, "Please choose the comments first.")
        return redirect("queue")
    is_decided = request.POST.get("do") == "decide"
    action = request.path + asked(request).query()
    form = BulkForm(request.POST if is_decided else None, action=action, chosen=texts[:CHOSEN_MAX])
    context: dict[str, Any] = {"section": "moderation", "narrowing": asked(request)}
    if is_decided and form.is_valid():
        context["outcomes"] = decide_all(chosen=chosen, moderator=moderator, **form.cleaned_data)
        return render(request, "community/moderation/bulk_done.html", context)
    context |= {"form": form, "chosen": chosen, "left_out": len(texts) - len(chosen)}
    context["urgent_alone"] = URGENT_ALONE
    return render(request, "community/moderation/bulk_page.html", context)
