"""Moving branches in tests, and reading the threads afterwards."""

from django.db import transaction
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from community.threads.models import Comment, Thread
from community.threads.moving.actions import Moved, lock_threads, move_branch


def move(comment: Comment, to: Thread) -> Moved:
    comment = fresh(comment)
    with transaction.atomic():
        threads = {each.pk: each for each in lock_threads(comment.thread_id, to.pk)}
        return move_branch(comment=comment, to=threads[to.pk])


def fresh(comment: Comment) -> Comment:
    return Comment.objects.select_related("thread__article", "parent").get(pk=comment.pk)


def shown(client: Client, thread: Thread) -> str:
    page = client.get(thread.article.get_absolute_url()).content.decode()
    return " ".join(LexborHTMLParser(page).css_first("#thread").text(separator=" ").split())
