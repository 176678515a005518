"""Whether the database is empty, holds the sample community, or holds real people's words."""

from django.db.models import Q

from articles.models import Article
from community.members.models import Member
from community.threads.models import Comment

# ".example" is reserved (RFC 2606): no mail to it ever arrives anywhere.
MAIL_DOMAIN = "sample.example"
SOURCE = "Sample Gazette (invented)"
RUN_FORMAT = "sample"  # what an import run of the sample is marked with

SAMPLE_MEMBERS = Q(email__endswith=f"@{MAIL_DOMAIN}")
SAMPLE_ARTICLES = Q(source__name=SOURCE)
SAMPLE_COMMENTS = (
    Q(author__email__endswith=f"@{MAIL_DOMAIN}")
    | Q(author_email__endswith=f"@{MAIL_DOMAIN}")
    | Q(import_run__format=RUN_FORMAT)
    | Q(erased_at__isnull=False)  # nothing of anybody's is left in an erased one
)


def is_empty() -> bool:
    """Whether there is no article, no comment and no member at all."""
    return not any(model.objects.exists() for model in (Article, Comment, Member))


def is_loaded() -> bool:
    """Whether anything of the sample community is here."""
    return (
        Member.objects.filter(SAMPLE_MEMBERS).exists()
        or Article.objects.filter(SAMPLE_ARTICLES).exists()
    )


def has_real_content() -> bool:
    """Whether any article, comment or member is not of the sample."""
    return (
        Member.objects.exclude(SAMPLE_MEMBERS).exists()
        or Article.objects.exclude(SAMPLE_ARTICLES).exists()
        or Comment.objects.exclude(SAMPLE_COMMENTS).exists()
    )
