"""How long what is known about people is kept: the one table that the worker and the privacy page read. Pure.

Each rule can be changed by a setting of the environment, within bounds: a law may ask for the least, and
nothing about anybody is kept for as long as somebody happens to like.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One kind of thing that goes by itself: after so many days, counted `since` something happened.

    `days` counts where nothing else is set, `least` and `most` bound what may be set.
    """

    name: str
    days: int
    least: int
    most: int
    what: str
    since: str
    why: str

    @property
    def setting(self) -> str:
        """Its name in the environment, for example `KEEP_QUESTIONS_DAYS`."""
        return f"KEEP_{self.name.upper()}_DAYS"


PARTS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("What you write", (
        Rule("guest_addresses", 183, 30, 365,
             "The e-mail address that a guest left with a comment", "after the comment was written",
             "To tell its writer what was decided. While an appeal waits, the address does, too."),
        Rule("network_marks", 2, 2, 7,
             "The scrambled mark of a network from which somebody posted", "after the post",
             "To notice floods of posts, which are looked for a day back."),
        Rule("held_words", 30, 7, 190,
             "Words that wait until their writer has agreed to what was asked first", "after they were written",
             "So that nothing somebody wrote is lost. Only they see them."),
        Rule("blanked_words", 30, 1, 190,
             "Words that a moderator blanked in a comment", "after they were blanked",
             "So that its writer can object. While an appeal or a notice about them waits, they do, too."),
        Rule("questions", 30, 1, 365,
             "A question to the archive, which has nothing about who asked", "after it was asked",
             "To see what is asked again and again, and missing here."),
    )),
    ("Flags, notices and appeals", (
        Rule("flag_contacts", 30, 1, 365,
             "How to know and to reach a guest who flagged a comment", "after the flag was answered",
             "So that one person has one flag, and is told what came of it."),
        Rule("flag_words", 183, 183, 730,
             "What was said in a flag, and what the comment said then", "after the flag was answered",
             "The writer of the comment may appeal for six months."),
        Rule("notices", 190, 183, 730,
             "Who sent a notice of illegal content, and what they wrote", "after the notice was answered",
             "The answer can be appealed against for six months. While an appeal waits, the notice does, too."),
        Rule("appeal_words", 365, 183, 1095,
             "The words of an appeal", "after the appeal was answered",
             "Who goes on to a body for settling disputes, or to a court, mostly does so within a year."),
    )),
    ("What you hear of", (
        Rule("news", 90, 7, 365,
             "What we told you about what you follow", "after it happened",
             "You find it under News. Who comes back later finds what is new in the threads."),
        Rule("events", 30, 1, 365,
             "That something happened which we told somebody, without words", "after it was told",
             "To see what went wrong."),
        Rule("returned_letters", 30, 7, 365,
             "That a letter to a member came back", "after it came back",
             "After some of them no letters go there."),
        Rule("unconfirmed_follows", 7, 1, 30,
             "The address of a guest who did not confirm that they want to follow something", "after it was asked for",
             "So that nobody gets letters whom somebody else entered."),
        Rule("unconfirmed_newsletter", 7, 1, 30,
             "The address of somebody who did not confirm the newsletter", "after it was asked for",
             "So that nobody gets the newsletter whom somebody else entered."),
        Rule("newsletter_deliveries", 183, 30, 730,
             "To whom an issue of the newsletter went", "after it was sent",
             "To end it for an address from which issue after issue comes back. How many got it stays."),
        Rule("letter_files", 30, 1, 365,
             "Letters as files, where a site has no mail server", "after they were written",
             "For whoever runs the site to hand them on."),
    )),
    ("Your account", (
        Rule("sessions", 30, 1, 365,
             "A sign-in, with the kind of device", "after signing in",
             "So that one can be unwell for weeks without signing in again."),
        Rule("visits", 365, 30, 1095,
             "When a member was last in a thread", "after that visit",
             "To mark what is new to them."),
        Rule("address_proofs", 7, 1, 30,
             "An address under which somebody looked for comments of theirs from elsewhere", "after it was given",
             "So long the link in the letter is good."),
        Rule("downloads", 7, 1, 30,
             "The file with one’s own data", "after it was made",
             "Time to fetch it, also in a bad week."),
        Rule("erasure_links", 7, 2, 30,
             "That an erasure was asked for by mail and not confirmed, or was called off", "after it was asked for",
             "So long the link in the letter is good."),
        Rule("erasure_receipts", 1095, 30, 3650,
             "The receipt of an erasure, which names nobody", "after the erasure",
             "So that it can be shown that it was carried out."),
    )),
    ("The editors’ desk", (
        Rule("import_copies", 7, 1, 90,
             "Documents that editors brought in and have not decided about", "after they were brought in",
             "Until somebody decides. They may hold old comments with addresses, which are never stored."),
    )),
)  # fmt: skip

RULES = tuple(rule for _, rules in PARTS for rule in rules)

RULE_OF = {rule.name: rule for rule in RULES}

DAYS_OF_A_MONTH = 30.44
TOLD_IN_MONTHS = 60  # days from which on a number of days says little to anybody


def days_in_words(days: int) -> str:
    """A length of time, as people say it.

    >>> days_in_words(1), days_in_words(30), days_in_words(183), days_in_words(365)
    ('1 day', '30 days', '183 days (about 6 months)', '365 days (about a year)')
    """
    if days < TOLD_IN_MONTHS:
        return f"{days} day{'' if days == 1 else 's'}"
    months = round(days / DAYS_OF_A_MONTH)
    years, rest = divmod(months, 12)
    about = (
        f"{months} months" if rest or not years else "a year" if years == 1 else f"{years} years"
    )
    return f"{days} days (about {about})"
