"""Messages that ask the article nothing: greetings, thanks, arithmetic, talk about the bot, orders to it."""

from __future__ import annotations

import re

_FILLER = r"(?:there|bot|all|everyone|everybody|again|guys|folks|mate|friend|buddy|man|dude|so much|very much|a lot|please|then|now|lol|haha)"
_KINDS = (
    # greetings, thanks, farewells, assent
    (
        rf"(?:hi+|hello+|hey+|yo|hiya|howdy|greetings|good (?:morning|afternoon|evening|night|day)|morning|what['’]?s up|sup"
        rf"|thanks?(?: you)?|thx|ty|cheers|bye+|goodbye|see (?:you|ya)|cool|nice|great|ok(?:ay)?|lol+|haha+|wow|good (?:bot|job)|well done"
        rf"|yes|no|yeah|nope|sorry|never ?mind)(?:,? {_FILLER})*"
    ),
    # the bot itself
    r"how(?: are|['’]?re|r)? (?:you|u)(?: doing| feeling)?(?: today)?",
    r"(?:who|what) (?:are|r) (?:you|u)|who (?:made|built|created|programmed) (?:you|u)|are you (?:a |an )?(?:real|human|ai|bot|robot|alive|person|sentient).*",
    r"what(?:['’]?s| is) your (?:name|favou?rite .*|opinion.*|purpose)|what (?:can|do) you (?:do|think(?: about .*)?|like)|do you (?:like|love|hate|think|feel|dream|sleep).*",
    r"(?:i love you|you (?:suck|rock|are (?:great|stupid|dumb|awesome|the best)))",
    # orders
    r"(?:please )?(?:ignore|forget|disregard|override) (?:all |any )?(?:your|the|previous|prior|above|my|these|those).{0,40}(?:rules?|instructions?|prompts?|training|guidelines)\b.*",
    r"(?:please )?(?:tell|give|sing|make) (?:me|us) (?:a|another|some) (?:joke|story|song|poem|riddle|fun fact)s?.*",
    r"(?:please )?(?:write|compose|generate|draw|code|sing|translate|pretend|act as|role-?play|repeat after me|imagine you)\b.*",
    r"(?:you are now|from now on,? you|system prompt|reveal your|print your|show (?:me )?your (?:prompt|instructions|rules)).*",
    # arithmetic, the clock, the weather, chance
    r"(?:what(?:['’]?s| is)|how much is|calculate|compute|solve)? ?\(?-?\d[\d.,]* ?(?:[-+*/x×÷^%]|plus|minus|times|divided by|to the power of) ?[-\d(][\d\s.,+*/x×÷^()-]*",
    r"what(?:['’]?s| is) the (?:time|weather|date)(?: (?:like|now|today|outside|tomorrow))*|what time is it(?: now)?|what day is (?:it|today)",
    r"(?:flip a coin|roll a (?:die|dice)|play (?:a )?(?:song|music|game).*)",
)
_SMALL_TALK = re.compile("|".join(f"(?:{kind})" for kind in _KINDS))


def is_small_talk(message: str) -> bool:
    """Whether the whole message is of such a kind; “hi, who won?” is not."""
    lowered = " ".join(message.casefold().split())
    return _SMALL_TALK.fullmatch(lowered.strip(" .!?,;:)(~*'\"")) is not None
