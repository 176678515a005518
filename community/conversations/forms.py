"""The form with which a conversation begins."""

from typing import Any

from crispy_forms.bootstrap import FormActions
from crispy_forms.layout import Field, Layout
from django import forms

from articles.models import Topic
from community.threads.models import Thread
from community.threads.posting.forms import CommentForm, experience_line, see_first
from community.threads.posting.title_forms import TitleField

DRAFT = "new-conversation"  # under which a browser keeps what is not posted yet
AUDIENCES = (
    (Thread.Audience.EVERYONE, "Everyone. It can be found by searching, here and elsewhere."),
    (Thread.Audience.MEMBERS, "Members only. It is kept out of search and of every public list."),
)


class StartForm(CommentForm):
    """What a member fills in to begin a conversation."""

    title = TitleField()
    topic = forms.ModelChoiceField(
        label="Topic",
        queryset=Topic.objects.all(),
        empty_label="Please choose",
        error_messages={
            "required": "Please choose the topic under which others will find it.",
            "invalid_choice": "This topic is not here any more. Please choose another.",
        },
    )
    audience = forms.ChoiceField(
        label="Who can read it",
        choices=AUDIENCES,
        initial=Thread.Audience.EVERYONE,
        widget=forms.RadioSelect,
        help_text="From everyone to members you can change it later, but not back.",
    )
    field_order = ["topic", "title", "comment", "audience"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, draft=DRAFT, **kwargs)
        self.fields["comment"].label = "Your text"
        self.fields["comment"].error_messages["required"] = "Please write what you want to say."

    def layout(self) -> Layout:
        return Layout(
            "topic",
            "title",
            "comment",
            "audience",
            Field("website", wrapper_class="trap"),
            *self.held_mark(),
            experience_line(),
            FormActions(*self.buttons("Start the conversation", "post"), see_first()),
        )
