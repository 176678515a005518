"""Pages of the reply templates: staff keep them, moderators use them with their decisions."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from community.members.models import Member
from community.moderation.access import staff_only
from community.moderation.claims.actions import NotAllowed
from community.moderation.replies.actions import add_reply, change_reply, delete_reply
from community.moderation.replies.forms import ReplyForm
from community.moderation.replies.models import ReplyTemplate


@staff_only
@require_safe
def replies_page(request: HttpRequest, editor: Member) -> HttpResponse:
    """Every template, by what it is for."""
    templates = ReplyTemplate.objects.select_related("changed_by")
    groups = [
        (use.label, [template for template in templates if template.use == use])
        for use in ReplyTemplate.Use
    ]
    context = {"groups": groups, "section": "moderation"}
    return render(request, "community/moderation/replies/replies_page.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def new_reply(request: HttpRequest, editor: Member) -> HttpResponse:
    """A new template."""
    action = reverse("new_reply")
    form = ReplyForm(request.POST or None, action=action, is_new=True)
    if request.method == "POST" and form.is_valid():
        try:
            template = add_reply(editor=editor, **form.cleaned_data)
        except NotAllowed as trouble:
            form.add_error("title", str(trouble))
        else:
            messages.success(request, f"“{template.title}” can be chosen now.")
            return redirect("replies")
    return form_page(request, form)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def reply_template(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """One template, to change or to delete."""
    template = get_object_or_404(ReplyTemplate, pk=pk)
    title = template.title
    if request.method == "POST" and request.POST.get("do") == "delete":
        delete_reply(template=template, editor=editor)
        messages.success(request, f"“{title}” is deleted. What was written with it stays.")
        return redirect("replies")
    initial = {name: getattr(template, name) for name in ReplyForm.base_fields}
    action = reverse("reply_template", args=[pk])
    form = ReplyForm(request.POST or None, initial=initial, action=action, is_new=False)
    if request.method == "POST" and form.is_valid():
        try:
            change_reply(template=template, editor=editor, **form.cleaned_data)
        except NotAllowed as trouble:
            form.add_error("title", str(trouble))
        else:
            messages.success(request, f"“{template.title}” is changed.")
            return redirect("replies")
    return form_page(request, form, title=title)


def form_page(request: HttpRequest, form: ReplyForm, title: str = "") -> HttpResponse:
    """The form, with what is wrong."""
    context = {"form": form, "title": title, "section": "moderation"}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    template = "community/moderation/replies/reply_page.html"
    return render(request, template, context, status=status)
