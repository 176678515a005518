"""The desk: bringing in a document, and the list of articles."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from community.desk.exporting import export_articles
from community.desk.lists import latest_imports, latest_runs, read_filters, read_list
from community.desk.models import DeskRun, RunProblem
from community.desk.runs.actions import drop_run, start_run
from community.desk.runs.forms import BringInForm
from community.desk.runs.uploads import SizeLimit, is_read_at_once, upload_of
from community.desk.runs.working import work_at_once
from community.members.models import Member
from community.moderation.access import staff_only

ERRORS_SHOWN = 5  # of files that cannot be read; who has more sees the next ones then


# The limit has to be in place before the body is read, and the check of the token reads it.
@csrf_exempt
@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, editor: Member) -> HttpResponse:
    """The list, and the form to bring in a document."""
    limit = SizeLimit(request)
    request.upload_handlers.insert(0, limit)
    return checked_desk(request, editor, limit)


@csrf_protect
def checked_desk(request: HttpRequest, editor: Member, limit: SizeLimit) -> HttpResponse:
    """The same with the token checked."""
    if request.method == "POST":
        return take_upload(request, editor, limit)
    return desk_page(request, BringInForm())


def take_upload(request: HttpRequest, editor: Member, limit: SizeLimit) -> HttpResponse:
    """Begin a run; what is small is read at once, and told at once when it cannot be read."""
    form = BringInForm(request.POST, request.FILES)
    if limit.was_exceeded:
        form.say_too_large()
    if not form.is_valid():
        return desk_page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.cleaned_data
    files = given["documents"]
    at_once = not given["addresses"] and is_read_at_once(files)
    run = start_run(
        editor=editor,
        uploads=[upload_of(file) for file in files],
        addresses=given["addresses"],
        format=given["format"],
    )
    if not at_once:
        return redirect("desk_run", run.pk)
    work_at_once(run)
    return after_reading(request, editor, run, form)


def after_reading(
    request: HttpRequest, editor: Member, run: DeskRun, form: BringInForm
) -> HttpResponse:
    """To the article, to the run where it holds several; or what is wrong with all of it."""
    items = list(run.items.all()[:2])
    problems = list(run.problems.all()[:ERRORS_SHOWN])
    if not items and problems and run.state == DeskRun.State.READY:
        drop_run(run=run, editor=editor)
        for problem in problems:
            form.add_error("documents", sentence(problem))
        return desk_page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY, refused=problems[0].source)
    if len(items) == 1 and not problems and run.state == DeskRun.State.READY:
        return redirect("desk_run_item", run.pk, items[0].number)
    return redirect("desk_run", run.pk)


def sentence(problem: RunProblem) -> str:
    """What is wrong with a document, and where."""
    place = f"line {problem.line}" if problem.line else ""
    if problem.column is not None and place:
        place += f", column {problem.column}"
    return f"{problem.source}, {place}: {problem.reason}" if place else problem.reason


def desk_page(
    request: HttpRequest, form: BringInForm, status: int = HTTPStatus.OK, refused: str = ""
) -> HttpResponse:
    """The page, with the name of a file that could not be read."""
    context = {
        "form": form,
        "list": read_list(read_filters(request.GET)),
        "runs": latest_runs(),
        "imports": latest_imports(),
        "refused": refused,
        "section": "desk",
    }
    return render(request, "community/desk/desk_page.html", context, status=status)


@staff_only
@require_safe
def export(request: HttpRequest, editor: Member) -> StreamingHttpResponse:
    """All published articles with their discussions, as a file that can be brought in again."""
    now = timezone.now()
    response = StreamingHttpResponse(
        export_articles(exported_at=now), content_type="application/json"
    )
    name = f"articles-{now:%Y-%m-%d}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
