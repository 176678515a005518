"""What topics are known by, read from the library."""

from articles.library.models import Article, Topic
from articles.topics.proposing import Known, ProposedTopic, propose_topics

# Of each topic, the newest: what it is about now. A hundred beginnings are read in milliseconds.
ARTICLES_READ = 40


def proposed_for(title: str, text: str, *, besides: int | None = None) -> list[ProposedTopic]:
    """The topics proposed for an article; `besides` is its key, for it does not speak for itself."""
    return propose_topics(title, text, known_topics(besides))


def known_topics(besides: int | None = None) -> list[Known]:
    """All topics with the beginnings of their newest articles, in two questions."""
    topics = {topic.pk: topic for topic in Topic.objects.all()}
    texts: dict[int, list[str]] = {key: [] for key in topics}
    through = Article.topics.through.objects.filter(article__state=Article.State.PUBLISHED)
    rows = through.exclude(article=besides).order_by("-article__published_at", "-article_id")
    names = ("topic_id", "article__title", "article__standfirst", "article__excerpt")
    for key, title, standfirst, excerpt in rows.values_list(*names)[: ARTICLES_READ * len(topics)]:
        if len(texts[key]) < ARTICLES_READ:
            texts[key].append(f"{title} {standfirst} {excerpt}")
    return [Known(topic.name, topic.description, texts[key]) for key, topic in topics.items()]
