"""The form in which a member writes their page, and the one that takes a line out."""

from typing import Any

from django import forms

from common.text import one_line
from community.member_pages.models import LINE_MAX, MemberPage
from community.moderation.appeals.forms import ANSWER_MAX, at_most
from community.moderation.decisions.forms import GROUNDS
from community.moderation.resending import with_value

TOO_LONG = f"Up to {LINE_MAX} characters, please; nothing you wrote is lost."


def a_line(typed: str) -> str:
    """What was typed, on one line; too many come back whole, as everywhere."""
    words = one_line(typed)
    if len(words) > LINE_MAX:
        raise forms.ValidationError(TOO_LONG)
    return words


class PageForm(forms.Form):
    """What a member says of themself. Every field may stay empty."""

    journey = forms.CharField(
        label="A line about your journey",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "short"}),
        help_text=f"What you would like others to know, in up to {LINE_MAX} characters. "
        "Please no full names, places or numbers by which you can be found.",
    )
    relation = forms.ChoiceField(
        label="You are here as",
        required=False,
        choices=[("", "I would rather not say"), *MemberPage.Relation.choices],
    )
    interest = forms.CharField(
        label="An interest to disclose",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "short"}),
        help_text="If you work for, own or are paid by somebody who gains from what is said here, "
        "for example: “I work for a company that makes braces.” Your comments then carry the words "
        "“has disclosed an interest”, and everybody can read this line.",
    )
    audience = forms.ChoiceField(
        label="Who may see your page",
        choices=MemberPage.Audience.choices,
        widget=forms.RadioSelect,
        help_text="Your name and a disclosed interest are open to everybody.",
        error_messages={"required": "Please choose who may see your page."},
    )
    shows_comments = forms.BooleanField(
        label="List my comments on my page",
        required=False,
        help_text="All in one place they tell more about you than each of them. You can leave out "
        "single ones on the page itself.",
    )

    def clean_journey(self) -> str:
        return a_line(self.cleaned_data["journey"])

    def clean_interest(self) -> str:
        return a_line(self.cleaned_data["interest"])

    def give_back(self, why: dict[str, tuple[str, ...]]) -> None:
        """Say at each line what to change."""
        for kind, sentences in why.items():
            for sentence in sentences:
                self.add_error(kind, sentence)


class TakeOutForm(forms.Form):
    """Why a line is taken out."""

    ground = forms.ChoiceField(
        label="Reason",
        choices=GROUNDS,
        error_messages={"required": "Please choose a reason. The person will be told."},
    )
    words = forms.CharField(
        label="In your own words",
        widget=forms.Textarea(attrs={"rows": 3, "class": "short"}),
        help_text="The person reads this, and can appeal.",
        error_messages={"required": "Please say it in your own words; the person reads it."},
    )
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{kind}_%s")
        super().__init__(*args, **kwargs)
        self.kind = kind

    def know_version(self, version: int) -> None:
        """The next sending is about these words."""
        self.data = with_value(self.data, "version", version)

    def clean_words(self) -> str:
        return at_most(self.cleaned_data["words"], ANSWER_MAX)
