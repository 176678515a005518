"""The form of an issue."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from articles.library.models import TITLE_MAX
from articles.models import Issue, Topic
from articles.newsletter.models import OPENING_MAX
from common.text import normalise, one_line
from community.desk.article_forms import TimeField, clean_time
from community.desk.forms import SHORT, at_most


class IssueForm(forms.Form):
    """Title, subject, opening words, and who gets it. The articles stand below it on the page."""

    title = forms.CharField(label="Title", error_messages={"required": "Please give it a title."})
    subject = forms.CharField(
        label="Subject of the letter",
        required=False,
        help_text="Empty: the title. Others may see it on a locked screen, so no word about health.",
    )
    opening = forms.CharField(
        label="Words before the articles", required=False, widget=forms.Textarea(attrs=SHORT)
    )
    for_weekly = forms.BooleanField(label="To those who get it weekly", required=False)
    for_monthly = forms.BooleanField(label="To those who get it monthly", required=False)
    topics = forms.ModelMultipleChoiceField(
        label="Only to those who want these topics, or all",
        queryset=Topic.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick none to send it to everybody.",
    )

    def __init__(self, *args: Any, issue: Issue, **kwargs: Any) -> None:
        names = ("title", "subject", "opening", "for_weekly", "for_monthly")
        kwargs["initial"] = {name: getattr(issue, name) for name in names}
        if issue.subject == issue.title:
            kwargs["initial"]["subject"] = ""  # a new title then is the new subject, too
        kwargs["initial"]["topics"] = list(issue.topics.all())
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.include_media = False
        self.helper.layout = Layout(*self.fields)

    def clean_title(self) -> str:
        return at_most(TITLE_MAX, one_line(self.cleaned_data["title"]), "A title")

    def clean_subject(self) -> str:
        subject = one_line(self.cleaned_data["subject"]) or self.cleaned_data.get("title", "")
        return at_most(TITLE_MAX, subject, "A subject")

    def clean_opening(self) -> str:
        return at_most(OPENING_MAX, normalise(self.cleaned_data["opening"]), "The opening")


class SendAtForm(forms.Form):
    """When it goes out; asked only by the button that needs it, so no browser may insist on it."""

    use_required_attribute = False

    send_at = TimeField(label="Send at (UTC)")

    def clean_send_at(self) -> Any:
        return clean_time(self.cleaned_data["send_at"])
