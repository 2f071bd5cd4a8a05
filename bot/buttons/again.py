"""The same asked anew, of the articles as they are now."""

from __future__ import annotations

from collections.abc import Callable

from bot import asking
from bot.asking import Query
from bot.buttons.press import Press, Pressed
from bot.cards import Card
from bot.errors import UsageError
from bot.lookups import article_card, person_card, quote_card
from bot.origins import Kind, Origin
from bot.pointers import TAG_MARK, name_tag, tag_of
from bot.stale import asked_on
from index.library import Library

GONE = "What was asked no longer stands on this card: use the command again."
ONLY_BEGINNING = "The question was too long for its card: only its beginning was asked again."
OTHERS_ASKED = "The article that was asked is no longer there: the others were asked."

_LOOKUPS: dict[Kind, Callable[[Library, str], Card]] = {
    "q": lambda library, speaker: quote_card(library, speaker, None, None),
    "w": person_card,
    "a": article_card,
}


class AgainButton(Press, template=r"again:(?P<origin>A[a-z2-7]{0,5}|[qwa])"):
    """Stands under a notice that nobody but its presser sees, and puts the answer in the notice's place."""

    async def pressed(self, interaction: Pressed) -> None:
        """Asks what stands in the notice's title."""
        bot, message = interaction.client, interaction.message
        asked = asked_on(message)
        if asked is None:
            raise UsageError(GONE)
        (title, whole), origin = asked, Origin.read(self.match["origin"])
        scope = await bot.scope(interaction)
        library, edit = scope.library, message is not None and message.flags.ephemeral
        look_up = _LOOKUPS.get(origin.kind)
        if look_up is not None:
            await bot.answer(interaction, lambda: look_up(library, title), private=True, edit=edit)
            return
        article = _of_tag(library, origin.article)
        told = [] if whole else [ONLY_BEGINNING]
        if origin.article and article is None:
            told.append(OTHERS_ASKED)
        query = Query(title, interaction.user, "again", article, told=tuple(told))
        await bot.answer(interaction, asking.ask(bot, scope, query), private=True, edit=edit)


def _of_tag(library: Library, tag: str) -> str | None:
    """The article of the name that has this tag, as a choice of it would say; None where there is none."""
    found = next((name for name in library.names if tag and name_tag(name) == tag), None)
    return TAG_MARK + tag_of(library.entry(found)) if found else None
