"""What is stored so far, under the names that the files use."""

from dataclasses import dataclass, field
from datetime import datetime

from community.desk.sample.records import Said, SampleArticle
from community.members.models import Member
from community.threads.models import Comment, Thread


@dataclass
class Stage:
    """`now` is the moment of loading, from which every `ago` counts back."""

    now: datetime
    people: dict[str, Member]
    topics: dict[str, str]
    threads: dict[str, Thread] = field(default_factory=dict)
    comments: dict[tuple[str, str], int] = field(default_factory=dict)

    def keep(self, article: SampleArticle, said: Said, comment: Comment) -> None:
        """Remember which row a comment of the files became."""
        self.comments[article.key, said.id] = comment.pk

    def comment(self, article: SampleArticle, id: str) -> Comment | None:
        """The row as it is now; None for the id "" of nothing answered."""
        if not id:
            return None
        rows = Comment.objects.select_related("thread__article", "author", "parent")
        return rows.get(pk=self.comments[article.key, id])
