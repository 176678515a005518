"""What screening costs, as a ratio to making the HTML of the same post, and which steps cost most."""

import os
import time
from collections.abc import Callable
from functools import partial

import django

ROUNDS, TIMES = 7, 40
SHOWN = 3  # of the steps, the most expensive

PLAIN = (
    "We walked along the canal this morning, past the garden with the blue gate, and rested on every "
    "second bench until the church bell rang. My sister brought tea and two rolls, and we talked about "
    "her new job in the library, the rain, and what to cook on Sunday. On the way home we met the "
    "neighbour with the brown dog, who told us about the market."
)
ILLNESS = (
    "My pain was worse again last week, and the new tablets from my doctor made me feel sick and dizzy "
    "every morning. I took 300 mg at night for three weeks, then half of it, and now the burning in my "
    "hands is back. Sometimes I cannot sleep until four. Did anybody else stop because of side "
    "effects, and what did you do after that?"
)


def best(work: Callable[[], object]) -> float:
    """Seconds of one turn, the lowest mean of some rounds."""
    means = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(TIMES):
            work()
        means.append((time.process_time() - began) / TIMES)
    return min(means)


def compare_steps() -> None:
    """Print the ratio for two own-written posts, and the share of the steps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from common.html import comment_html
    from community.screening.pipeline import STEPS, screen
    from community.screening.records import Context, Submission

    context = Context()

    def screen_anew(text: str) -> object:
        return screen(Submission(text), context)

    print()
    for name, text in (("a plain post", PLAIN), ("a post about an illness", ILLNESS)):
        whole = best(partial(screen_anew, text))
        html = best(partial(comment_html, text))
        # In their order on a new post each time: what several need is paid by who asks first.
        steps = dict.fromkeys((step.name for step in STEPS), float("inf"))
        for _ in range(ROUNDS * TIMES):
            new = Submission(text)
            for step in STEPS:
                began = time.perf_counter()
                step.check(new, context)
                steps[step.name] = min(steps[step.name], time.perf_counter() - began)
        most = sorted(steps, key=steps.__getitem__, reverse=True)[:SHOWN]
        every = sum(steps.values())
        shares = ", ".join(f"{step} {steps[step] / every:.0%}" for step in most)
        told = f"screening {name} of {len(text.split())} words, against making its HTML"
        print(f"{told:<72} ratio {whole / html:.2f}  ({whole * 1e6:.0f} µs)", flush=True)
        print(f"  the steps that cost most: {shares}")
