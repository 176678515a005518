"""Pages on which moderators work."""

from articles.library.actions import create_article, publish_article
from articles.models import Article
from community.members.models import Member
from community.moderation.models import Appeal, Flag, Notice
from community.threads.models import Comment, Thread
from tests.browser.talk_pages import decided_talk_page


def moderator_pages() -> list[str]:
    waiting = Comment.objects.pending().order_by("-urgency")
    removed = Comment.objects.filter(state=Comment.State.REMOVED)
    visible = Comment.objects.visible().filter(depth=1).exclude(author__role="moderator")[0]
    elsewhere = Article.objects.published().exclude(thread=visible.thread_id)[0]
    flagged = Flag.objects.filter(outcome=Flag.Outcome.OPEN)[0].comment
    cases = [*waiting[:3], *removed[:1], visible, flagged]
    return [
        "/moderation/",
        "/moderation/log/",
        "/moderation/mine/",
        "/moderation/team/",
        "/moderation/notices/",
        *(f"/moderation/notices/{notice.pk}/" for notice in Notice.objects.all()),
        "/moderation/appeals/",
        *(f"/moderation/appeals/{appeal.pk}/" for appeal in Appeal.objects.all()),
        "/moderation/protocol/",
        "/moderation/protocol/crisis/",
        "/moderation/protocol/red-flags/",
        *decided_pages(),
        *(f"/moderation/comments/{case.pk}/" for case in cases),
        f"/moderation/comments/{waiting[0].pk}/blank/",
        f"/moderation/comments/{visible.pk}/note/",
        f"/moderation/comments/{visible.pk}/move/?q=a",
        f"/moderation/comments/{visible.pk}/move/?to={elsewhere.pk}",
    ]


def decided_pages() -> list[str]:
    member = Member.objects.filter(role="member").first()
    thread = Thread.objects.order_by("-comment_count").first()
    alone = publish_article(article=create_article(title="Alone", body_html="<p>New.</p>"))
    assert member and thread
    lined = Member.objects.exclude(page_lines=None).first() or member
    lines = f"{lined.get_absolute_url()}lines/"
    return [
        lines,
        f"/moderation/people/{member.pk}/",
        f"/moderation/people/{member.pk}/mentor/",
        f"/moderation/threads/{thread.pk}/",
        decided_talk_page(),
        f"/moderation/articles/{alone.slug}/thread/",
    ]
