"""Libraries that only a document needs: loaded by the first, and never where nobody brings any in.

They take 20 MB in each process, and most processes of a site do nothing but answer readers.
"""

from functools import cached_property
from importlib import import_module
from typing import Any


class Late:
    """A function of a library that is loaded when it is first called.

    >>> Late("json", "loads")("[1]")
    [1]
    """

    def __init__(self, module: str, name: str) -> None:
        self.module, self.name = module, name

    @cached_property
    def function(self) -> Any:
        """The function itself. Raises ImportError where the library is not installed."""
        return getattr(import_module(self.module), self.name)

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self.function(*given, **named)
