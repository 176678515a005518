"""What was done with comments later: decisions, flags, second thoughts of authors."""

from community.desk.sample.records import Act, Said, SampleArticle
from community.desk.sample.stage import Stage
from community.members.models import Member
from community.moderation.decisions.actions import (
    approve_comment,
    reject_comment,
    remove_comment,
    restore_comment,
)
from community.moderation.flags.actions import Flagger, flag_comment
from community.threads.actions import edit_comment, withdraw_comment
from community.threads.models import Comment


def act_on(stage: Stage, article: SampleArticle, said: Said, act: Act) -> None:
    """Do one act with a comment, as it is at that moment."""
    comment = stage.comment(article, said.id)
    assert comment is not None
    if act.do == "flag":
        flagger = Flagger(stage.people[act.by])
        flag_comment(comment=comment, flagger=flagger, reason=act.ground, words=act.words)
    elif act.by:
        decide(comment, act, stage.people[act.by])
    else:
        think_again(comment, act, stage.people[said.by])


def decide(comment: Comment, act: Act, moderator: Member) -> None:
    """A decision on the words as they stand."""
    ground, words, version = act.ground, act.words, comment.version
    match act.do:
        case "approve":
            approve_comment(comment=comment, moderator=moderator, version=version, words=words)
        case "reject":
            reject_comment(
                comment=comment, moderator=moderator, version=version, ground=ground, words=words
            )
        case "remove":
            remove_comment(
                comment=comment, moderator=moderator, version=version, ground=ground, words=words
            )
        case "restore":
            restore_comment(comment=comment, moderator=moderator, version=version, words=words)


def think_again(comment: Comment, act: Act, author: Member) -> None:
    """An author's own act."""
    match act.do:
        case "edit":
            edit_comment(comment=comment, author=author, text=act.text)
        case "withdraw":
            withdraw_comment(comment=comment, author=author)
