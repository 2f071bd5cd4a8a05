"""The same asked anew, of the articles as they are now."""

from __future__ import annotations

from collections.abc import Callable

from bot import asking
from bot.asking import Query
from bot.buttons.press import Press, Pressed
from bot.cards import Card
from bot.errors import UsageError
from bot.lookups import article_card, person_card, places_card, quote_card, times_card, topic_of
from bot.origins import Kind, Origin
from bot.pointers import TAG_MARK, tag_of
from bot.respond import is_private
from bot.stale import asked_on
from index.library import Library

GONE = "What was asked no longer stands on this card: use the command again."
ONLY_BEGINNING = "The question was too long for its card: only its beginning was asked again."
OTHERS_ASKED = "The article that was asked is no longer there: the others were asked."

_LOOKUPS: dict[Kind, Callable[[Library, str, str | None], Card]] = {
    "q": lambda library, title, article: quote_card(library, title, None, article),
    "w": lambda library, title, _: person_card(library, title),
    "a": lambda library, title, _: article_card(library, title),
    "t": lambda library, title, article: times_card(library, topic_of(title), article),
    "p": lambda library, title, article: places_card(library, topic_of(title), article),
}
"""By what stands in the title, and the article that the channel talks about."""


class AgainButton(Press, template=r"again:(?P<origin>A[a-z2-7]{0,5}|[qwatp])"):
    """Stands under a notice that nobody but its presser sees, and puts the answer in the notice's place."""

    async def pressed(self, interaction: Pressed) -> None:
        """Asks what stands in the notice's title."""
        bot, message = interaction.client, interaction.message
        asked = asked_on(message)
        if asked is None:
            raise UsageError(GONE)
        (title, whole), origin = asked, Origin.read(self.match["origin"])
        scope = await bot.scope(interaction)
        library, edit = scope.library, is_private(message)
        look_up = _LOOKUPS.get(origin.kind)
        if look_up is not None:
            await bot.answer(interaction, lambda: look_up(library, title, scope.article), private=True, edit=edit)
            return
        name = origin.article_in(library)
        article = TAG_MARK + tag_of(library.entry(name)) if name else None  # as a choice of it would say
        told = [] if whole else [ONLY_BEGINNING]
        if origin.article and article is None:
            told.append(OTHERS_ASKED)
        query = Query(title, interaction.user, "again", article, told=tuple(told), alone=True)
        await bot.answer(interaction, asking.ask(bot, scope, query), private=True, edit=edit)
