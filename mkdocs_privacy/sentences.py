"""Whether words are the rest of a sentence, in the languages that owners write."""

from __future__ import annotations

import re
from collections.abc import Collection

_GOES_ON = re.compile(
    r"(?:and|or|nor|such as|including|namely|for (?:example|instance)|as well as"
    r"|e\.\s?g\.|i\.\s?e\.|etc|among others|unless|so that"
    r"|maar|zoals|waaronder|evenals|alsook|alsmede|bijvoorbeeld|bijv\.|bv\.|enz|namelijk"
    r"|tenzij|zodat|onder andere|o\.a\.|met inbegrip van"
    r"|et|ou|ainsi que|tel(?:le)?s? que|notamment|y compris|dont|par exemple|p\. ex\.|à savoir|sauf"
    r"|und|oder|aber|sowie|zum Beispiel|z\.\s?B\.|usw|einschließlich|darunter)(?![\w'’-])"
)
"""How the rest of a sentence begins after a comma, and no purpose or measure does."""
_MAY_GO_ON = re.compile(r"(?:en|of)\s")
"""Dutch for ‘and’ and ‘or’; ‘en magasin’ and ‘of course’ are French and English."""
_NO_END = re.compile(
    r"(?:such as|including|e\.\s?g\.|i\.\s?e\.|for example|zoals|waaronder|bijvoorbeeld|bijv\.|bv\."
    r"|notamment|y compris|par exemple|p\. ex\.|z\.\s?B\.|zum Beispiel)$"
)
"""How no sentence ends."""
_ALTERNATIVES = re.compile(
    r"[^\W\d]+(?: [^\W\d]+)? (?P<or>or|ou|oder|of) [^\W\d]+(?: [^\W\d]+)?", re.IGNORECASE
)
_DUTCH = re.compile(r"\b(?:de|het|een|van|te|uw|je|onze|ons|voor|bij|wordt|worden)\b")
_FRENCH = re.compile(
    r"\b(?:la|le|les|des|du|au|aux|une|par|pour|sur|dans|et|nos|vos|notre|votre)\b|[ldsn]['’]|[àâçéèêëîïôûù]"
)
_FULL_STOP = re.compile(r"[^\W\d_]{3,}\.$")


def goes_on(words: str) -> str:
    """The word with which the rest of a sentence begins; nothing where words may stand alone."""
    found = _GOES_ON.match(words)
    return found.group() if found else ""


def is_unfinished(words: str) -> bool:
    """Whether words end as no sentence does."""
    return bool(_NO_END.search(words))


def reads_on(before: Collection[str], entry: str) -> bool:
    """Whether an entry of a list and those before it may be one text; each could stand alone."""
    listed = " ".join((*before, entry))
    if found := _MAY_GO_ON.match(entry):
        is_parallel = any(words.startswith(found.group()) for words in before)
        return not is_parallel and not (entry.startswith("en") and _FRENCH.search(listed))
    if found := _ALTERNATIVES.fullmatch(entry):
        word = found["or"]
        is_english = word == "of" and not _DUTCH.search(listed)  # ‘date of birth’
        return (
            entry[0].islower()
            and not is_english
            and not any(f" {word} " in words for words in before)
        )
    return (
        entry[:1].islower()
        and bool(_FULL_STOP.search(entry))
        and not any(words.endswith(".") for words in before)
    )
