"""HTML from strangers: cleaning it, making it from what a person typed, reading its text.

Everything that is shown as HTML came out of `sanitize`:

    foreign HTML -> tidy (own, linear) -> bleach -> nh3 -> shown
    typed text -> comment_html -> sanitize
"""

from common.html.comments import comment_html
from common.html.data_blocks import linked_data, safe_json
from common.html.plain import html_to_text
from common.html.policies import ARTICLE_POLICY, COMMENT_POLICY, Policy
from common.html.sanitizing import MAX_INPUT_LENGTH, MAX_RESULT_LENGTH, TooLong, sanitize

__all__ = [
    "ARTICLE_POLICY",
    "COMMENT_POLICY",
    "MAX_INPUT_LENGTH",
    "MAX_RESULT_LENGTH",
    "Policy",
    "TooLong",
    "comment_html",
    "html_to_text",
    "linked_data",
    "safe_json",
    "sanitize",
]
