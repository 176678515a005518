"""How an issue goes out, and who gets the newsletter, in numbers: no addresses, no clicks."""

from django.db.models import Count, Q

from articles.models import Article, Delivery, Issue, Subscriber

FOUND_MAX = 15  # articles that can be picked, on one page; the field finds others


def progress(issue: Issue) -> dict[str, int]:
    """Deliveries by state, and how many there are."""
    rows = issue.deliveries.values_list("state").annotate(count=Count("pk")).order_by()
    counts = {state: 0 for state in Delivery.State.values} | dict(rows)
    total = sum(counts.values())
    return counts | {"all": total, "done": total - counts["waiting"] - counts["handing"]}


def subscriber_counts() -> dict[str, int]:
    """How many confirmed subscribers there are, by rhythm, and how many are to confirm."""
    confirmed = Q(confirmed_at__isnull=False)
    named = {
        name: Count("pk", filter=confirmed & Q(rhythm=name)) for name in Subscriber.Rhythm.values
    }
    counts: dict[str, int] = Subscriber.objects.aggregate(
        all=Count("pk", filter=confirmed), unconfirmed=Count("pk", filter=~confirmed), **named
    )
    return counts


def articles_to_pick(issue: Issue, typed: str) -> list[Article]:
    """The newest articles that are not in it; with words typed, those with all of them in the title."""
    found = Article.objects.published().exclude(pk__in=issue.picked.values("article"))
    for word in typed.split()[:5]:
        found = found.filter(title__icontains=word)
    return list(found.for_lists()[:FOUND_MAX])
