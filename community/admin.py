"""The community in the admin: blocked words and roles to change, everything else to read.

Comments, decisions and logs are never changed here; the rooms of the house are the place for that.
"""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models.functions import Substr
from django.forms import ChoiceField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from articles.admin import EditableAdmin, StaffAdmin
from community.desk.models import DeskLogEntry
from community.members.actions import close_account, reopen_account
from community.members.models import Member, PseudonymChange
from community.moderation.models import Decision, Sanction
from community.outbox.models import OutboxEvent
from community.threads.models import Comment, Thread
from community.threads.renaming.actions import change_role
from community.yardsticks.models import BlockedTerm

# What moderators and time decide about a member; shown and never changed here.
DECIDED = (
    "approved_posts", "trust_paused_until", "paused_until", "is_banned", "is_read_first",
    "read_first_until", "gap_seconds", "slowed_until", "is_warned", "joined_at",
)  # fmt: skip
BEGINNING = 80  # characters of a comment in a list

admin.site.site_header = settings.SITE_NAME
admin.site.site_title = settings.SITE_NAME
admin.site.index_title = "Behind the scenes"


@admin.register(BlockedTerm)
class BlockedTermAdmin(EditableAdmin):
    """Words that a moderator sees first, or that are given back to the writer."""

    fields = ("term", "outcome", "note")
    list_display = ["term", "outcome", "note"]
    list_filter = ["outcome"]
    search_fields = ["term"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)


@admin.register(Member)
class MemberAdmin(StaffAdmin):
    """Roles, and who may sign in: for the people who run the site. Addresses are not shown."""

    list_display = ["pseudonym", "role", "is_active", "approved_posts", "joined_at"]
    list_filter = ["role", "is_active"]
    search_fields = ["pseudonym"]
    ordering = ["-pk"]
    fields = ("pseudonym", "role", "is_active", *DECIDED)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request) and bool(
            getattr(request.user, "is_superuser", False)
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Nobody takes away their own role: the last door must not be locked from inside."""
        own = ["role", "is_active"] if obj == request.user else []
        return ["pseudonym", *DECIDED, *own]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        """Nobody is made a mentor here: moderators ask, and it needs a yes."""
        form = super().get_form(request, obj, change, **options)
        role = form.base_fields.get("role")
        is_mentor = obj is not None and obj.role == Member.Role.MENTOR
        if isinstance(role, ChoiceField) and not is_mentor:
            role.choices = [each for each in Member.Role.choices if each[0] != Member.Role.MENTOR]
        return form

    def save_model(self, request: HttpRequest, obj: Member, form: Any, change: bool) -> None:
        """Through the same actions as everywhere: they renew badges and write the log."""
        assert isinstance(request.user, Member)
        if "is_active" in form.changed_data:
            act = reopen_account if form.cleaned_data["is_active"] else close_account
            act(member=obj, by=request.user)
        if "role" in form.changed_data:
            change_role(member=obj, role=form.cleaned_data["role"], by=request.user)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The actions have written it down already."""


@admin.register(Comment)
class CommentAdmin(StaffAdmin):
    """A list that leads to moderation."""

    list_display = ["in_moderation", "author_name", "state", "is_imported", "created_at"]
    list_display_links = None
    list_filter = ["state", "is_imported"]
    search_fields = ["author_name"]
    ordering = ["-pk"]

    def get_queryset(self, request: HttpRequest) -> Any:
        beginning = Substr("body", 1, BEGINNING)
        rows = super().get_queryset(request).annotate(beginning=beginning)
        return rows.defer("body", "body_html", "piece")

    @admin.display(description="Comment")
    def in_moderation(self, comment: Any) -> str:
        """How it begins, leading to its page in moderation."""
        url = reverse("moderate_comment", args=[comment.pk])
        is_hidden = comment.state == Comment.State.WITHDRAWN
        words = "taken back" if is_hidden else comment.beginning or "erased"
        return format_html('<a href="{}">{}</a>', url, words)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> Any:
        """Moderation has more to say about a comment."""
        if not (self.has_view_permission(request) and object_id.isdecimal()):
            return super().change_view(request, object_id, *args, **kwargs)
        leads: HttpResponse = redirect("moderate_comment", object_id)
        return leads


@admin.register(Decision)
class DecisionAdmin(StaffAdmin):
    """The moderation log."""

    list_display = [
        "decided_at", "kind", "ground", "moderator", "comment_id", "member", "thread_id", "until",
    ]  # fmt: skip
    list_filter = ["kind", "ground"]
    list_select_related = ["moderator", "member"]
    raw_id_fields = ["comment"]


@admin.register(Sanction)
class SanctionAdmin(StaffAdmin):
    """What was decided about people, while it lasts; they are decided on their pages."""

    list_display = ["began_at", "kind", "member", "ends_at", "acknowledged_at", "lifted_by_id"]
    list_filter = ["kind"]
    list_select_related = ["member"]


@admin.register(Thread)
class ThreadAdmin(StaffAdmin):
    """How threads take comments; it is decided on their pages."""

    list_display = ["article", "mode", "mode_until", "gap_seconds", "comment_count"]
    list_filter = ["mode"]
    list_select_related = ["article"]
    ordering = ["-pk"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("article__body_html")


@admin.register(DeskLogEntry)
class DeskLogEntryAdmin(StaffAdmin):
    """What staff did with articles."""

    list_display = ["acted_at", "act", "article", "editor", "note"]
    list_filter = ["act"]
    list_select_related = ["article", "editor"]


@admin.register(OutboxEvent)
class OutboxEventAdmin(StaffAdmin):
    """What happened and who still has to be told."""

    list_display = ["pk", "kind", "subject_id", "created_at", "handled_at", "attempts"]
    list_filter = ["kind", ("handled_at", admin.EmptyFieldListFilter)]
    ordering = ["-pk"]


@admin.register(PseudonymChange)
class PseudonymChangeAdmin(StaffAdmin):
    """Earlier names."""

    list_display = ["changed_at", "old", "new"]
    search_fields = ["old", "new"]
