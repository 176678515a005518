"""docs/keeping.md names every setting with its default and bounds."""

from pathlib import Path

from common.retention import RULES

PAGE = Path(__file__).parents[2] / "docs" / "keeping.md"


def test_the_page_says_what_the_rules_say() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if "KEEP_" in line]
    assert rows == [
        f"| `{rule.setting}` | {rule.days} | {rule.least} to {rule.most} | {rule.what}, {rule.since} |"
        for rule in RULES
    ]
