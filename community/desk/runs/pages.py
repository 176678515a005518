"""What the page of a run shows. Questions do not grow with the items."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count

from community.desk.models import DeskItem, DeskRun, RunProblem

ITEMS_SHOWN = 50  # a page of items: two or three screens
PROBLEMS_SHOWN = 50  # of up to a thousand; the page says how many more there are

State, Choice = DeskItem.State, DeskItem.Choice


@dataclass(frozen=True)
class RunPage:
    """A run with one page of its items; `after` is the number at which the next page begins."""

    run: DeskRun
    items: list[DeskItem]
    after: int
    chosen: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    problems: list[RunProblem] = field(default_factory=list)
    problem_count: int = 0

    @property
    def total(self) -> int:
        return sum(self.states.values())

    @property
    def waiting(self) -> int:
        return self.states[State.WAITING]

    @property
    def to_store(self) -> int:
        """How many are chosen and not stored yet."""
        return sum(self.chosen[choice] for choice in Choice.values if choice != Choice.LEAVE)

    @property
    def done(self) -> int:
        return self.states[State.STORED] + self.states[State.FAILED]

    @property
    def more_problems(self) -> int:
        return self.problem_count - len(self.problems)

    @property
    def is_at_work(self) -> bool:
        return self.run.state in (DeskRun.State.READING, DeskRun.State.STORING)


def read_run_page(run: DeskRun, after: int = 0) -> RunPage:
    """The page of a run whose items begin after a number."""
    found = run.items.filter(number__gt=after).select_related("article")[: ITEMS_SHOWN + 1]
    items = list(found)
    chosen: Counter[str] = Counter()
    states: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    groups = run.items.order_by().values_list("state", "choice", "outcome")
    for state, choice, outcome, count in groups.annotate(count=Count("pk")):
        states[state] += count
        if state == State.WAITING:
            chosen[choice] += count
        if state == State.STORED:
            outcomes[outcome] += count
    return RunPage(
        run=run,
        items=items[:ITEMS_SHOWN],
        after=items[ITEMS_SHOWN - 1].number if len(items) > ITEMS_SHOWN else 0,
        chosen=chosen,
        states=states,
        outcomes=outcomes,
        problems=list(run.problems.all()[:PROBLEMS_SHOWN]),
        problem_count=run.problems.count(),
    )
