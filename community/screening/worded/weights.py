"""What was learned from phrases: a weight for each feature, kept in a text file. Pure.

The file is written by `manage.py learn_wording` and is the same for the same phrases. Each line holds
a feature (`features.py`) and its weight in hundredths: above 0 speaks for danger, below 0 against it.
"""

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent
HUNDREDTHS = 100
# A sum of weights is divided by this power of the number of features. Measured: one threshold suits short and long
# texts of all hands better than with 0.6 or 0.7.
POWER = 0.5
ALWAYS = "(always)"  # what is added to every score
PHRASES = "(phrases)"  # the digest of what was learned from
HEAD = """\
# How much each feature of a text speaks for danger (above 0) or against it, in hundredths. Learned from
# phrases by `manage.py learn_wording`; the notation stands in features.py. Not to be changed by hand.
"""


@dataclass(frozen=True, slots=True)
class Weights:
    """`digest` tells from which phrases and kinds of words they were learned."""

    always: float = 0.0
    digest: str = ""
    of: dict[str, float] = field(default_factory=dict)

    def as_text(self) -> str:
        """For the file. What comes out as 0 is left out."""
        rounded = {name: round(weight * HUNDREDTHS) for name, weight in self.of.items()}
        lines = [f"{PHRASES} {self.digest}", f"{ALWAYS} {round(self.always * HUNDREDTHS)}"]
        lines += [f"{name} {weight}" for name, weight in sorted(rounded.items()) if weight]
        return HEAD + "\n".join(lines) + "\n"


def from_text(text: str) -> Weights:
    """The weights that were written. Raises KeyError and ValueError for anything else."""
    lines = (line.rpartition(" ") for line in text.removeprefix(HEAD).splitlines())
    stored = {name: value for name, _, value in lines}
    digest, always = stored.pop(PHRASES), int(stored.pop(ALWAYS))
    weights = {name: int(value) / HUNDREDTHS for name, value in stored.items()}
    return Weights(always / HUNDREDTHS, digest, weights)


def file_of(name: str) -> Path:
    """Where the weights of "crisis" and "red_flags" are kept."""
    return FOLDER / f"{name}.weights"
