"""Pages of numbers: transparency for everybody, and how the team stands for the team."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.numbers.counting import count_numbers
from community.moderation.numbers.periods import Period, read_period, usual_periods
from community.moderation.numbers.public_log import read_public_log
from community.moderation.numbers.spreadsheet import tables_as_csv
from community.moderation.numbers.tables import Table, table
from community.moderation.numbers.team import read_team
from community.moderation.queue.narrowing import number
from community.moderation.queue.waits import wait_in_words
from community.yardsticks.waiting import usual_wait


def asked_period(request: HttpRequest) -> Period:
    """The period that the address names."""
    return read_period(request.GET.dict(), timezone.now().date())


@require_safe
def transparency(request: HttpRequest) -> HttpResponse:
    """What moderators did in a period, as charts with their tables."""
    period = asked_period(request)
    numbers = count_numbers(period)
    half = numbers.half_waited
    context = {
        "numbers": numbers,
        "period": period,
        "periods": usual_periods(timezone.now().date()),
        "half_waited": wait_in_words(half) if half is not None else "",
        "usual_wait": usual_wait(),
    }
    return render(request, "community/moderation/numbers/transparency.html", context)


@require_safe
def transparency_csv(request: HttpRequest) -> HttpResponse:
    """The same numbers for a spreadsheet."""
    period = asked_period(request)
    numbers = count_numbers(period)
    tables: list[Table] = [
        table("posted", "Comments written here", [("Comments", numbers.posted)]),
        *numbers.all_tables,
    ]
    response = HttpResponse(tables_as_csv(tables), content_type="text/csv; charset=utf-8")
    name = f"moderation-{period.first}-{period.last}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def public_log(request: HttpRequest) -> HttpResponse:
    """Every decision, without anybody's name or words."""
    before = number(request.GET.get("before", ""))
    context = {"log": read_public_log(before), "is_later": bool(before)}
    return render(request, "community/moderation/numbers/public_log.html", context)


@moderators_only
@require_safe
def team_page(request: HttpRequest, moderator: Member) -> HttpResponse:
    """How the team stands."""
    context = {"team": read_team(moderator), "section": "moderation", "usual_wait": usual_wait()}
    return render(request, "community/moderation/numbers/team_page.html", context)
