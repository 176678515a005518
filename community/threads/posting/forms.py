"""The post form. Its field names are an interface: name, email, comment, parent."""

from functools import cached_property
from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Field, Layout, Submit
from django import forms
from django.urls import reverse

from common.text import normalise, one_line
from community.members.naming.pseudonyms import is_reserved, is_taken
from community.threads.actions import COMMENT_MAX
from community.threads.models import NAME_MAX
from community.threads.posting.public_notice import PUBLIC_NOTICE

TOO_LONG = (
    f"A comment holds up to {COMMENT_MAX:,} characters. "
    "Please make two of it; nothing you wrote is lost."
)
NAME_TOO_LONG = f"A name holds up to {NAME_MAX} characters. Please choose a shorter one."
HELD = "held"  # in the form of words that are kept until their writer has agreed
CONFIRM = "confirm"  # the button of somebody who was warned, and has read it
EMAIL_MAX = 254  # RFC 5321, section 4.5.3.1.3, less the angle brackets


class CommentForm(forms.Form):
    """What a member fills in; a guest's form adds to it.

    `website` is a trap for programs that fill in every field. People do not see it, and a
    person who meets it all the same is told to leave it empty.
    """

    comment = forms.CharField(
        label="Your comment",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "data-max": COMMENT_MAX}),
        help_text="A blank line begins a new paragraph.",
        error_messages={
            "required": "Please enter your comment!",
        },
    )
    parent = forms.IntegerField(required=False, widget=forms.HiddenInput)
    website = forms.CharField(
        required=False,
        label="Leave this field empty",
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, action: str = "", draft: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.action, self.draft = action, draft
        self.offers_anyway = False
        self.held = 0  # the key of the kept words that this form is about
        self.confirms = 0  # the newest warning that somebody says they have read by sending it

    @cached_property
    def helper(self) -> FormHelper:
        """How crispy-forms shows it; not made for a post that is in order."""
        helper = FormHelper()
        helper.form_action = self.action
        helper.form_id = "post-form"
        helper.form_class = "post-form"
        helper.attrs = {"novalidate": True, "data-draft": self.draft}
        helper.disable_csrf = True  # guarded by Origin, see config.origin_guard
        helper.layout = self.layout()
        return helper

    def layout(self) -> Layout:
        return Layout(
            *self.signature(),
            "comment",
            "parent",
            Field("website", wrapper_class="trap"),
            *self.held_mark(),
            experience_line(),
            *self.told(),
            FormActions(*self.buttons("Post comment", "post"), see_first()),
        )

    def told(self) -> list[Any]:
        """What the writer is told about posting, right above the button."""
        return []

    def held_mark(self) -> list[Any]:
        """Says to which kept words the form belongs."""
        mark = f'<input type="hidden" name="{HELD}" value="{self.held}">'
        return [HTML(mark)] if self.held else []

    def buttons(self, usual: str, name: str) -> list[Any]:
        """The button that sends it; two where somebody was asked first whether they mean it.

        Somebody who was warned says with it that they read what the moderator wrote.
        """
        if self.confirms:
            label = f"I have read this. {usual}"
            value = str(self.confirms)
            return [
                StrictButton(
                    label, type="submit", name=CONFIRM, value=value, css_class="btn-primary"
                )
            ]
        if not self.offers_anyway:
            return [Submit(name, usual)]
        as_it_is = StrictButton("Post it as it is", type="submit", name="anyway", value="1")
        return [Submit(name, "Post the changed words"), as_it_is]

    def signature(self) -> list[Any]:
        return []

    def clean_comment(self) -> str:
        """Normalised words; a comment of blanks is an empty one.

        Their length is that of what is stored: browsers send two characters for a line break.
        A `max_length` would also make them cut off pasted words without a sound.
        """
        text = normalise(self.cleaned_data["comment"])
        if not text.strip():
            raise forms.ValidationError("Please enter your comment!", code="required")
        if len(text) > COMMENT_MAX:
            raise forms.ValidationError(TOO_LONG)
        return text

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Please leave this field empty and post again.")
        return ""


def see_first() -> StrictButton:
    """The button for a preview."""
    return StrictButton("See it first", type="submit", name="preview", value="1")


def experience_line() -> HTML:
    """What is asked of every writer, in one line."""
    return HTML(
        f'<p class="form-note">Share your experience, not advice. <a href="{reverse("guidelines")}">'
        "What we ask of each other</a></p>"
    )


class EditForm(CommentForm):
    """The words of a comment that is there already; `is_sent_back` when it was not published."""

    is_sent_back = False

    def layout(self) -> Layout:
        usual = "Send it again" if self.is_sent_back else "Save the new words"
        buttons = FormActions(*self.buttons(usual, "save"))
        return Layout("comment", *self.held_mark(), experience_line(), buttons)


class GuestCommentForm(CommentForm):
    """What somebody without an account fills in."""

    name = forms.CharField(
        label="Your name",
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        help_text="Everybody sees it. A name of your choice is enough.",
        error_messages={"required": "Please enter your name here"},
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        max_length=EMAIL_MAX,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Nobody sees it. We only write to it about what becomes of your comment.",
        error_messages={
            "invalid": "Please write the whole address, like name@example.org, or leave it empty.",
            "max_length": f"An address holds up to {EMAIL_MAX} characters. "
            "Please look whether other words came in with it.",
        },
    )
    field_order = ["name", "email", "comment"]

    def signature(self) -> list[Any]:
        return ["name", "email"]

    def told(self) -> list[Any]:
        return [HTML(f'<p class="form-note">{PUBLIC_NOTICE}</p>')]

    def clean_name(self) -> str:
        """One line, short enough, not somebody else's name."""
        name = one_line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError("Please enter your name here", code="required")
        if len(name) > NAME_MAX:
            raise forms.ValidationError(NAME_TOO_LONG)
        if is_reserved(name) or is_taken(name):
            raise forms.ValidationError(
                "That name belongs to a member or to the team. If it is yours, sign in; "
                "otherwise please choose another."
            )
        return name
