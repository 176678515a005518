"""Names of elements in exports, whose namespaces are written in many ways or not declared."""

from collections.abc import Callable, Mapping

# Longer ones name nothing that is looked for.
_LONGEST = 200

# From the address of a namespace ("" where the prefix is not declared) and the prefix to the short
# name of the family, such as "wp"; "" for names that need none.
Family = Callable[[str, str], str]


class Scope:
    """The namespaces that are known at one place in a document."""

    __slots__ = ("_cache", "_declared", "_family", "_parent")

    def __init__(self, family: Family, declared: Mapping[str, str], parent: "Scope | None") -> None:
        self._family = family
        self._declared = declared
        self._parent = parent
        self._cache: dict[str, str] = {}

    def inner(self, attributes: Mapping[str, str]) -> "Scope":
        """Give the scope within an element with these attributes."""
        declared = {
            name.partition(":")[2]: address
            for name, address in attributes.items()
            if name == "xmlns" or name.startswith("xmlns:")
        }
        return Scope(self._family, declared, self) if declared else self

    def name(self, raw: str) -> str:
        """Give "family:local", or "local" alone where the family needs no name."""
        known = self._cache.get(raw)
        if known is None:
            known = self._name(raw)
            if len(self._cache) < _LONGEST:
                self._cache[raw] = known
        return known

    def _name(self, raw: str) -> str:
        prefix, _, local = raw.rpartition(":")
        if len(raw) > _LONGEST or "/" in local:
            return "?"
        family = self._family(self._address(prefix), prefix.lower())
        return f"{family}:{local}" if family else local

    def _address(self, prefix: str) -> str:
        scope: Scope | None = self
        while scope is not None:
            if prefix in scope._declared:
                return scope._declared[prefix].lower()
            scope = scope._parent
        return ""
