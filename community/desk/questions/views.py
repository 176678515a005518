"""The list of questions at the desk. It is only read: whoever asked may delete, and time does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.keeping.limits import kept_for
from community.desk.questions.reading import count_questions, read_questions
from community.members.models import Member
from community.moderation.access import staff_only

PAGE_DIGITS_MAX = 4  # of a page's number


@staff_only
@require_safe
def question_list(request: HttpRequest, editor: Member) -> HttpResponse:
    """What was asked in the last 30 days: first what the archive did not answer."""
    shows_all = request.GET.get("show") == "all"
    asked = request.GET.get("page", "")
    is_number = asked.isascii() and asked.isdecimal() and len(asked) <= PAGE_DIGITS_MAX
    page = max(1, int(asked)) if is_number else 1
    rows, has_more = read_questions(timezone.now(), unanswered=not shows_all, page=page)
    context = {
        "rows": rows,
        "counts": count_questions(),
        "shows_all": shows_all,
        "page": page,
        "has_more": has_more,
        "kept_days": kept_for("questions").days,
    }
    return render(request, "community/desk/questions/question_list.html", context)
