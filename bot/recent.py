"""The last few things that happened, so that they do not happen twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable


class Recent:
    """A set that forgets its oldest members beyond `most`."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, None] = OrderedDict()

    def add(self, thing: Hashable) -> bool:
        """Whether it was not in there yet."""
        if thing in self._kept:
            return False
        self._kept[thing] = None
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return True

    def discard(self, thing: Hashable) -> None:
        """Takes it out again."""
        self._kept.pop(thing, None)
