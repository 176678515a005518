"""docs/limits.md says what the code says, every limit has its tests, and no limit is left out."""

import ast
import math
import re
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([\w./:]+)` \| ([^|]+) \| ([^|]+) \| (\w+(?:, \w+)*) \|$", re.MULTILINE)
ROWS: list[tuple[str, str, str, str]] = ROW.findall(PAGE)
NAMES = [row[0] for row in ROWS]

# The words that limits are named with. Every length of time is looked at, too.
LIMIT_WORDS = frozenset(
    """
    AGE BEGINNING COOKIE DIGITS EVERY FRONT HOUR KEPT LENGTH LINKS LONG MAX MIN MINUTE MOST PAGE
    POSTS REPLIES RESENDS ROWS SECONDS SHOWN TEXTS TIME TRIES WINDOW
    """.split()
)
KEYS = "more digits than any key of the database has; such an address names nothing"
PROMISE = "from what the usual wait is counted; nobody is cut off by it"
RECOGNISED = "what is taken for a telephone number; only such a number waits"
LEARNED = "how words are counted; what is left out teaches less, and nothing is lost"
LOOKED_FOR = "how a step of screening knows what it looks for; only such a text waits"
EXPORT = "is MAX_EXPORT_BYTES under the name of its neighbours"
ALIKE = "how articles are compared; what is left out is compared less, and nothing is lost"
WORKER = "how long the worker sleeps; nothing is given up"
MEANT = "which words count as known or as mistyped; nobody is cut off"
ANSWERED = "how an answer is found and chosen; what is passed over is still in its article"
NOT_LIMITS = {
    "community.notifications.news.views.KEY_DIGITS_MAX": KEYS,
    "community.notifications.follows.links.KEY_DIGITS_MAX": KEYS,
    "community.notifications.letters.sending.DIGEST_HOUR": WORKER,
    "community.notifications.letters.sending.FIRST_AWAY": WORKER,
    "community.notifications.letters.sending.LONGEST_AWAY": WORKER,
    "community.notifications.letters.sending.FIRST_PAUSE": WORKER,
    "community.notifications.letters.sending.LONGEST_PAUSE": WORKER,
    "community.notifications.follows.views.HOUR_SECONDS": "an hour",
    "community.notifications.follows.links.PROOF_LENGTH": KEYS,
    "community.threads.unread.SEEN_EVERY": "how often a visit is written down",
    "articles.ask.answering.RELATED_MIN": ANSWERED,
    "articles.ask.evidence.MOST_TELLING": ANSWERED,
    "articles.ask.retrieval.CANDIDATES_MAX": ANSWERED,
    "articles.ask.choosing.NEW_MIN": ANSWERED,
    "articles.ask.passages.WORDS_MAX": ANSWERED,
    "articles.ask.passages.WORDS_MIN": ANSWERED,
    "articles.ask.passages.SENTENCES_MAX": ANSWERED,
    "articles.ask.wording.BEGINNING": ANSWERED,
    "community.asking.references.TOKEN_MAX": "longer than any token is; such an address names nothing",
    "community.threads.passages.KEY_MAX": "longer than any name of a passage; such a name marks nothing",
    "community.desk.questions.views.PAGE_DIGITS_MAX": KEYS,
    "articles.topics.proposing.PROPOSED_MAX": "what is proposed; staff tick what they want",
    "articles.topics.proposing.SCORE_MIN": "what is proposed; staff tick what they want",
    "articles.topics.proposing.TIMES_MAX": "what is proposed; staff tick what they want",
    "articles.topics.proposing.WORDS_SHOWN": "what is proposed; staff tick what they want",
    "articles.importing.archives.MAX_NAME": "how much of a name in an archive is shown",
    "articles.library.excerpts.SHARE_MAX": "how an excerpt is made of a text that is not ours",
    "articles.library.excerpts.WORDS_MAX": "how an excerpt is made of a text that is not ours",
    "community.desk.runs.item_views.STORED_AT_ONCE_MAX": "the others are stored by the worker",
    "community.desk.runs.views.NUMBER_DIGITS_MAX": KEYS,
    "community.desk.runs.working.BEAT_SECONDS": WORKER,
    "community.desk.sources.polling.LONGEST_PAUSE": WORKER,
    "community.desk.sources.polling.PAUSE": WORKER,
    "community.desk.sources.views.RUNS_SHOWN": "the newest; the list of runs has the others",
    "community.desk.runs.working.SILENT_AFTER": WORKER,
    "articles.history.models.NOTE_MAX": "the form's own limit of a note stands on the page",
    "articles.library.models.IMAGE_MAX": "a longer address is not kept, and none is ever shown",
    "articles.library.models.MARK_MAX": "a longer mark is not sent back, and the feed is read whole",
    "articles.importing.formats.feed.MAX_BYTES": "is MAX_FEED_BYTES under the name of its neighbours",
    "articles.importing.formats.json_feed.MAX_BYTES": "is MAX_FEED_BYTES, too",
    "articles.index.models.STEM_MAX": "is TOKEN_MAX: as long as any token is",
    "articles.search.spelling.GUESSES_MAX": MEANT,
    "articles.search.spelling.ONE_SLIP_MIN": MEANT,
    "articles.search.spelling.TWO_SLIPS_MIN": MEANT,
    "articles.search.words.COUNT_EVERY": MEANT,
    "articles.search.words.ENTRIES_MIN": MEANT,
    "articles.search.words.STEM_MIN": MEANT,
    "articles.search.words.WORDS_KEPT": MEANT,
    "community.search.views.PAGE_DIGITS_MAX": "a longer number names no page",
    "articles.importing.formats.text.MAX_BYTES": "is MAX_DOCUMENT_BYTES under the name of its neighbours",
    "articles.importing.formats.commento.MAX_BYTES": EXPORT,
    "articles.importing.formats.disqus.MAX_BYTES": EXPORT,
    "articles.importing.formats.isso.MAX_BYTES": EXPORT,
    "articles.importing.formats.isso_json.MAX_BYTES": EXPORT,
    "articles.importing.formats.own_json.MAX_BYTES": EXPORT,
    "articles.importing.formats.remark42.MAX_BYTES": EXPORT,
    "articles.importing.formats.wordpress.MAX_BYTES": EXPORT,
    "articles.importing.plaintext.headers.MAX_HEAD_CHARS": "every shape of a head ends before it",
    "articles.importing.plaintext.units.MOST_PAIRS": "a share by which wrapped text is known",
    "articles.library.models.EXTERNAL_ID_MAX": "no format gives ids yet",
    "articles.stories.comparing.evidence.WINDOW": "which articles are compared; an editor puts any into a story",
    "articles.stories.proposing.LONGEST_TIME": WORKER,
    "articles.stories.comparing.spread.ARTICLES_MIN": ALIKE,
    "articles.stories.comparing.traits.KEYS_MAX": ALIKE,
    "articles.stories.comparing.traits.LENGTH_COMPARED": ALIKE,
    "articles.stories.comparing.wording.NAMES_SHOWN": "the weightiest; the articles have them all",
    "articles.stories.comparing.wording.NUMBERS_SHOWN": "the weightiest; the articles have them all",
    "articles.stories.comparing.wording.QUOTATIONS_SHOWN": "the longest; the articles have them all",
    "articles.stories.comparing.wording.QUOTATION_LENGTH": "the articles have the whole of it",
    "articles.stories.comparing.wording.SHARE_SHOWN": "what would only puzzle is left out",
    "articles.stories.comparing.wording.WEIGHT_SHOWN": "what would only puzzle is left out",
    "articles.stories.neighbours.LONGEST_TIME": WORKER,
    "articles.stories.relating.terms.BEGINNING_LETTERS": ALIKE,
    "articles.stories.relating.terms.LENGTH_MAX": ALIKE,
    "articles.stories.relating.terms.LETTERS_MIN": ALIKE,
    "articles.stories.relating.terms.TERMS_MAX": ALIKE,
    "community.desk.importing.TRIES": "the machine tries again, nobody counts",
    "community.desk.lists.KEY_DIGITS_MAX": KEYS,
    "community.desk.stories.forms.DIGITS_MAX": KEYS,
    "community.desk.stories.views.DIGITS_MAX": KEYS,
    "community.help_lines.reading.KEPT_SECONDS": "how soon a change is seen; nobody is cut off",
    "community.management.commands.run_worker.IDLE_SECONDS": WORKER,
    "community.management.commands.learn_from_decisions.SHOWN": "words in a list for operators",
    "community.management.commands.screen_text.APPROVED_POSTS": "for whom the command speaks",
    "community.moderation.lanes.URGENCY_MAX": "above every urgency there is",
    "community.moderation.log.pages.NUMBER_MAX": KEYS,
    "community.moderation.appeals.author_views.DECISIONS_SHOWN": "the newest; nobody has more",
    "community.moderation.sanctions.views.SHOWN": "the newest; the log holds them all",
    "community.moderation.queue.authors.DECIDED_SHOWN": "the newest; the log holds them all",
    "community.moderation.queue.authors.NOTES_ABOUT_SHOWN": "the newest; the person's page has more",
    "community.moderation.queue.beside.BESIDE_SHOWN": "the nearest; the thread has them all",
    "community.moderation.queue.similar.SIMILAR_SHOWN": "the most alike; the log holds them all",
    "community.moderation.queue.similar.LENGTH_COMPARED": "what somebody wants to say stands there",
    "community.moderation.queue.similar.ALIKE_MIN": "a measure, described beside it",
    "community.moderation.paging.DIGITS_MAX": "what a key can be",
    "community.moderation.sanctions.thread_views.SHOWN": "the newest; the log holds them all",
    "community.moderation.sanctions.warnings.KEY_DIGITS_MAX": KEYS,
    "community.moderation.notices.references.KEY_DIGITS": "how long a key of ours is",
    "community.moderation.notices.references.PART_LENGTH": "how long a reference of ours is",
    "community.moderation.replies.reading.KEPT_SECONDS": "how soon a change is seen; nobody is cut off",
    "community.moderation.notices.models.REFERENCE_MAX": "how long a reference of ours is",
    "community.moderation.flags.models.GUEST_KEY_MAX": "how long a key of ours is",
    "community.moderation.flags.guests.PROOF_LENGTH": "how long a key of ours is",
    "community.moderation.queue.narrowing.NUMBER_DIGITS_MAX": KEYS,
    "community.moderation.queue.branches.KEY_DIGITS_MAX": KEYS,
    "community.notifications.telling.FIRST_PAUSE": WORKER,
    "community.notifications.telling.LONGEST_PAUSE": WORKER,
    "community.screening.clues.WORDS_OF_A_PAIR_MAX": LOOKED_FOR,
    "community.screening.contact_details.cards.DIGITS_MIN": RECOGNISED,
    "community.screening.contact_details.phones.DIGITS_BEFORE_A_WORD": LOOKED_FOR,
    "community.screening.contact_details.phones.DIGITS_MAX": RECOGNISED,
    "community.screening.contact_details.phones.DIGITS_MIN": RECOGNISED,
    "community.screening.contact_details.not_phones.ROWS_MIN": RECOGNISED,
    "community.screening.contact_details.phones.DIGITS_OF_A_COUNTRY": RECOGNISED,
    "community.screening.contact_details.phones.SHORT_MIN": RECOGNISED,
    "community.screening.contact_details.told_phones.DIGITS_MAX": RECOGNISED,
    "community.screening.contact_details.told_phones.DIGITS_MIN": RECOGNISED,
    "community.screening.contact_details.told_phones.FILLERS_MAX": RECOGNISED,
    "community.screening.contact_details.told_phones.NOUGHT_MIN": RECOGNISED,
    "community.screening.contact_details.told_phones.SINGLE_MIN": RECOGNISED,
    "community.screening.contact_details.told_phones.TRUNK_MIN": RECOGNISED,
    "community.screening.contact_details.told_phones.UNSURE_MIN": RECOGNISED,
    "community.screening.contact_details.told_phones.WORDS_MIN": RECOGNISED,
    "community.screening.crisis.wording.GROUPS_IN_GROUPS_MAX": "for who writes wordings",
    "community.screening.link_hosts.look_alikes.HOST_MAX": "longer than any host there is",
    "community.screening.learned.features.LETTERS_MAX": LEARNED,
    "community.screening.learned.first_lessons.SEEN_MIN": LEARNED,
    "community.screening.learned.learning.HELD_FROM_MAX": LEARNED,
    "community.screening.learned.learning.HELD_FROM_MIN": LEARNED,
    "community.screening.learned.model.FEATURES_MAX": LEARNED,
    "community.screening.learned.model.LENGTH_READ": LEARNED,
    "community.screening.learned.model.SEEN_MIN": LEARNED,
    "community.screening.learned.scoring.WEIGHT_MAX": LEARNED,
    "community.screening.worded.features.LETTERS_MAX": LEARNED,
    "community.screening.worded.scoring.LONG": LOOKED_FOR,
    "community.screening.worded.scoring.LONG_LESS": LOOKED_FOR,
    "community.screening.worded.scoring.WORDS_MAX": LOOKED_FOR,
    "community.screening.worded.training.SEEN_MIN": LEARNED,
    "community.threads.learned.KEPT_SECONDS": LEARNED,
    "community.moderation.learning.actions.NEWS_MIN": LEARNED,
    "community.screening.near_copies.TIMES_AS_LONG": LOOKED_FOR,
    "community.screening.personal_details.record_numbers.DIGITS_MIN": LOOKED_FOR,
    "community.screening.rules.hidden_text.FANCY_MIN": LOOKED_FOR,
    "community.screening.rules.hidden_text.MARKS_MAX": LOOKED_FOR,
    "community.screening.rules.shouting.LETTERS_MIN": LOOKED_FOR,
    "community.screening.rules.shouting.MARKS_MIN": LOOKED_FOR,
    "community.screening.rules.shouting.SMALL_WORDS_MIN": LOOKED_FOR,
    "community.threads.pages.ROWS_READ": "follows from PAGE_COMMENTS and OPEN_REPLIES",
    "community.threads.story_pages.ROWS_READ": "follows from DISCUSSION_COMMENTS and OPEN_REPLIES",
    "community.threads.places.MAX_DIGITS": KEYS,
    "community.threads.receipts.PROOF_LENGTH": "how long a key of ours is",
    "community.threads.tree.DIGITS": "NUMBER_MAX follows from it",
    "community.threads.tree.PATH_MAX": "follows from DEPTH_MAX",
    "community.threads.views.MAX_KEY_DIGITS": KEYS,
    "community.threads.waiting.DEFAULT": PROMISE,
    "community.threads.waiting.KEPT_SECONDS": PROMISE,
    "community.threads.waiting.LONGEST": PROMISE,
    "community.moderation.promise.actions.WINDOW": PROMISE,
    "community.moderation.promise.counting.QUIET_HOURS_MIN": PROMISE,
}


def test_every_row_of_the_page_can_be_read() -> None:
    assert len(ROWS) == len(re.findall(r"^\| `", PAGE, re.MULTILINE)) > 100
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize(("name", "value"), [(row[0], row[1]) for row in ROWS])
def test_the_page_gives_the_value_of_the_code(name: str, value: str) -> None:
    assert str(value_of(name)) == value


@pytest.mark.parametrize("name", NAMES)
def test_every_limit_says_why(name: str) -> None:
    why = next(row[2] for row in ROWS if row[0] == name)
    assert len(why.split()) >= 4


def test_every_limit_has_its_tests() -> None:
    written = "\n".join(
        file.read_text(encoding="utf-8")
        for file in (ROOT / "tests").rglob("test_*.py")
        if "node_modules" not in file.parts
    )
    named = [name for row in ROWS for name in row[3].split(", ")]
    assert [name for name in named if f"def {name}(" not in written] == []


def test_no_limit_of_the_code_is_left_out() -> None:
    found = set(find_limits(ROOT))
    assert found - set(NAMES) - set(NOT_LIMITS) == set()
    assert set(NOT_LIMITS) - found == set(), "no longer there"
    assert set(NOT_LIMITS) & set(NAMES) == set()


@pytest.mark.parametrize("name", ["WORDS_MAX", "MAX_LINES", "EVENTS_KEPT", "LIST_LENGTH", "TRIES"])
def test_a_limit_is_known_by_its_name(name: str) -> None:
    assert looks_like_a_limit(name, 7)


def test_a_length_of_time_is_looked_at_whatever_its_name() -> None:
    assert looks_like_a_limit("HELD_BACK", timedelta(days=1))


@pytest.mark.parametrize(
    ("name", "value"), [("GZIP_LEVEL", 6), ("MAXIMAL", 7), ("TOO_LONG", "words"), ("IS_MAX", True)]
)
def test_other_constants_are_left_alone(name: str, value: object) -> None:
    assert not looks_like_a_limit(name, value)


def test_a_limit_among_several_on_one_line_is_found() -> None:
    tree = ast.parse("A_MAX, B_MAX = 1, 2\nC_MAX: int = 3\n_D_MAX = 4\ndef f():\n    E_MAX = 5")
    assert list(find_constants(tree)) == ["A_MAX", "B_MAX", "C_MAX"]


def find_limits(root: Path) -> Iterator[str]:
    """Yield the dotted name of every constant that looks like a limit people can meet."""
    for floor in ("articles", "common", "community"):
        for file in sorted((root / floor).rglob("*.py")):
            module = ".".join(file.relative_to(root).with_suffix("").parts)
            for name in find_constants(ast.parse(file.read_text(encoding="utf-8"))):
                if "migrations" not in file.parts and looks_like_a_limit(
                    name, getattr(import_module(module), name)
                ):
                    yield f"{module}.{name}"


def find_constants(tree: ast.Module) -> Iterator[str]:
    """Yield the public constants that a module itself gives a value to."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        for target in targets:
            for each in target.elts if isinstance(target, ast.Tuple) else [target]:
                if isinstance(each, ast.Name) and each.id.isupper() and each.id[0] != "_":
                    yield each.id


def looks_like_a_limit(name: str, value: object) -> bool:
    """Whether a constant is a length of time, or a number with a limit's word in its name."""
    if isinstance(value, timedelta):
        return True
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and not LIMIT_WORDS.isdisjoint(name.split("_"))


def value_of(name: str) -> object:
    """The value in the code; of a script's constant the product of its numbers."""
    file, _, constant = name.partition(":")
    if constant:
        script = (ROOT / file).read_text(encoding="utf-8")
        found = re.search(rf"^const {constant} = ([\d *]+);", script, re.MULTILINE)
        assert found, f"{file} has no {constant}"
        return math.prod(map(int, found[1].split("*")))
    module, _, constant = name.rpartition(".")
    return getattr(import_module(module), constant)
