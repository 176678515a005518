"""The page of a run: how far it is, what is in it, and what becomes of that."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from community.desk.models import DeskItem, DeskRun
from community.desk.runs.actions import TooLate, choose, go_on, stop_run, store_chosen
from community.desk.runs.forms import ChooseForm
from community.desk.runs.pages import ITEMS_SHOWN, read_run_page
from community.desk.runs.undoing import Hindered, undo_run
from community.members.models import Member
from community.moderation.access import staff_only

NUMBER_DIGITS_MAX = 9  # digits of a number of an item
TOO_LATE = "The run went on meanwhile, so nothing was changed. This is how it stands now."


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def run_page(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """A run, and what can be done with it at this moment."""
    run = get_object_or_404(DeskRun.objects.select_related("import_run", "editor", "feed"), pk=pk)
    if request.method != "POST":
        return page_of(request, run)
    do = request.POST.get("do", "")
    try:
        if do == "choose":
            return choose_items(request, editor, run)
        if do in DOING:
            DOING[do](run=run, editor=editor)
        elif do == "undo":
            undo(request, editor, run)
    except TooLate:
        messages.warning(request, TOO_LATE)
    return redirect("desk_run", pk)


DOING = {"store": store_chosen, "stop": stop_run, "go_on": go_on}


@staff_only
@require_safe
def run_progress(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """Only how far it is, for a page that asks again."""
    run = get_object_or_404(DeskRun, pk=pk)
    context = {"page": read_run_page(run), "run": run}
    response = render(request, "community/desk/runs/progress.html", context)
    response["X-Run-State"] = run.state
    return response


def choose_items(request: HttpRequest, editor: Member, run: DeskRun) -> HttpResponse:
    """Keep a choice about several items."""
    shown = list(
        run.items.values_list("number", flat=True).filter(number__gt=after_of(request))[
            :ITEMS_SHOWN
        ]
    )
    form = ChooseForm(request.POST, numbers=shown)
    if not form.is_valid():
        return page_of(request, run, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.cleaned_data
    count = choose(
        run=run,
        editor=editor,
        numbers=None if given["everything"] else given["numbers"],
        choice=DeskItem.Choice(given["choice"]),
        publish_at=given.get("publish_at"),
    )
    label = DeskItem.Choice(given["choice"]).label.lower()
    messages.success(request, f"{count:,} {'article' if count == 1 else 'articles'}: {label}.")
    return redirect(request.get_full_path())


def undo(request: HttpRequest, editor: Member, run: DeskRun) -> None:
    """Take a whole run back, or say what stands in the way."""
    if run.import_run is None:
        return
    try:
        undone = undo_run(run=run.import_run, editor=editor)
    except Hindered as hindrance:
        messages.warning(request, str(hindrance))
    else:
        messages.success(request, f"Undone: {undone}")


def page_of(
    request: HttpRequest,
    run: DeskRun,
    form: ChooseForm | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The page, with the items that the address asks for."""
    page = read_run_page(run, after_of(request))
    context = {
        "run": run,
        "page": page,
        "form": form or ChooseForm(numbers=[]),
        "choices": DeskItem.Choice.choices,
        "picked": form.data.getlist("numbers") if form and hasattr(form.data, "getlist") else [],
        "section": "desk",
    }
    return render(request, "community/desk/runs/run_page.html", context, status=status)


def after_of(request: HttpRequest) -> int:
    """The number after which the items begin; what is no number means the beginning."""
    text = request.GET.get("after", "")
    is_number = text.isascii() and text.isdigit() and len(text) <= NUMBER_DIGITS_MAX
    return int(text) if is_number else 0
