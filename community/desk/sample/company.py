"""What people of the sample community say of themselves, and about each other with a button."""

from community.desk.sample.reading import read_company
from community.desk.sample.records import Company, SamplePage, SampleSupport
from community.desk.sample.stage import Stage
from community.member_pages.actions import save_page
from community.support.actions import support_comment
from community.threads.models import Comment


def keep_company(stage: Stage) -> None:
    """Write the pages, and press the buttons; by the actions that members use."""
    company: Company = read_company()
    for page in company.pages:
        write_page(stage, page)
    for support in company.support:
        press_buttons(stage, support)


def write_page(stage: Stage, page: SamplePage) -> None:
    """What one member says of themself."""
    save_page(
        member=stage.people[page.by],
        relation=page.relation,
        audience=page.audience,
        shows_comments=page.lists_comments,
        journey=page.journey,
        interest=page.interest,
    )


def press_buttons(stage: Stage, support: SampleSupport) -> None:
    """What several members say about one comment."""
    comment = Comment.objects.get(pk=stage.comments[support.article, support.comment])
    for kind, people in support.said.items():
        for person in people:
            support_comment(comment=comment, member=stage.people[person], kind=kind)
