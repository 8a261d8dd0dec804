"""The shipped words: complete, alike in three languages, in good typography, all of them in use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes
from worlds import LANGUAGES

from mkdocs_privacy.changelog import Cause, Level
from mkdocs_privacy.kept_work import KeptWork
from mkdocs_privacy.localization import available_languages, compiled_words, load_catalog, typeset
from mkdocs_privacy.localization.catalogs import _read, placeholders
from mkdocs_privacy.model import (
    TERM_GROUNDS,
    Afterwards,
    Consent,
    Permission,
    RepresentedBy,
    RequestType,
    Right,
    Verdict,
    law_of,
)
from mkdocs_privacy.pages import COMPLAINT_PAGE, PAGE_KINDS
from mkdocs_privacy.pictures import Picture
from mkdocs_privacy.pictures.drawing.places import Region
from mkdocs_privacy.releases import FAMILIES, FIELD_RULES, Topic, Verb, declared_by
from mkdocs_privacy.requests.desk.listing import Urgency
from mkdocs_privacy.requests.extension import ExtensionReason
from mkdocs_privacy.requests.form import RESTRICTION_GROUNDS
from mkdocs_privacy.requests.intake import FixedPage, LetterKind
from mkdocs_privacy.requests.outcome import Ground, Outcome
from mkdocs_privacy.requests.request import Channel
from mkdocs_privacy.requests.store import EntryKind, MailKind, StatusFilter
from mkdocs_privacy.shipped import shipped

OVERLAYS = ("nl", "fr")
TEMPLATES = sorted(
    path
    for folder in ("pages", "parts", "forms", "releases", "receiver", "desk")
    for path in (shipped("site_template") / folder).glob("**/*.*")
    if path.suffix in (".html", ".txt")
)


def path_of(language: str, form: str = "") -> Path:
    return shipped("locales") / language / "LC_MESSAGES" / f"privacy{form}.po"


def read(language: str, form: str = "") -> Catalog:
    with path_of(language, form).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


CATALOGS = {language: read(language) for language in LANGUAGES}
INFORMAL = {language: read(language, ".informal") for language in OVERLAYS}
INFORMAL_BY_NAME = {f"{language}.informal": catalog for language, catalog in INFORMAL.items()}


def translated(catalog: Catalog) -> Catalog:
    """What a language that may be half-done says: what is empty or fuzzy is said in English."""
    for message in list(catalog):
        if message.id and (message.fuzzy or not all(forms(message))):
            catalog.delete(message.id)
    return catalog


def messages(catalog: Catalog) -> dict[str, Message]:
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message
        for message in catalog
        if message.id
    }


ENGLISH = messages(CATALOGS["en"])


def forms(message: Message) -> tuple[str, ...]:
    """The words of a message: one sentence, or one for each plural form."""
    written = message.string or ""
    return (written,) if isinstance(written, str) else tuple(written)


FURTHER = {
    language: translated(read(language))
    for language in available_languages()
    if language not in LANGUAGES
}
EVERY = {**CATALOGS, **INFORMAL_BY_NAME, **FURTHER}


def words(message: Message) -> str:
    """All words of a message, those of its plural forms one after the other."""
    return " ".join(forms(message))


# Complete and alike


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_every_language_has_the_same_messages_as_english_in_the_same_order(language: str) -> None:
    assert list(messages(CATALOGS[language])) == list(ENGLISH)


@pytest.mark.parametrize("name", EVERY)
def test_a_message_has_the_same_placeholders_in_every_language(name: str) -> None:
    assert {
        id: (placeholders(message), placeholders(ENGLISH[id]))
        for id, message in messages(EVERY[name]).items()
        if placeholders(message) != placeholders(ENGLISH[id])
    } == {}


@pytest.mark.parametrize("name", EVERY)
def test_no_message_stands_twice_in_a_file(name: str) -> None:
    language, _, form = name.partition(".")
    text = path_of(language, f".{form}" if form else "").read_text(encoding="utf-8")
    ids = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_empty_fuzzy_or_obsolete(name: str) -> None:
    catalog = EVERY[name]
    for id, message in messages(catalog).items():
        assert all(form.strip() for form in forms(message)), id
        assert not message.fuzzy, id
    assert not catalog.obsolete


@pytest.mark.parametrize("name", EVERY)
def test_a_plural_has_as_many_forms_as_its_language_and_counts(name: str) -> None:
    catalog = EVERY[name]
    plurals = {id: one for id, one in messages(catalog).items() if one.pluralizable}
    assert set(plurals) == {id for id, one in ENGLISH.items() if one.pluralizable and id in plurals}
    for id, message in plurals.items():
        assert len(forms(message)) == catalog.num_plurals, id
        assert all("{number}" in form for form in forms(message)), id


def test_the_plural_of_french_begins_after_one_and_elsewhere_beside_it() -> None:
    assert {language: one.plural_expr for language, one in CATALOGS.items()} == {
        "nl": "(n != 1)",
        "fr": "(n > 1)",
        "en": "(n != 1)",
    }


@pytest.mark.parametrize("name", EVERY)
def test_no_words_begin_or_end_with_a_space_that_nobody_sees(name: str) -> None:
    # what is put between or after other words brings its own space
    joining = ("list.", "source.origin")
    assert [
        id
        for id, message in messages(EVERY[name]).items()
        if words(message) != words(message).strip(" \n") and not id.startswith(joining)
    ] == []


@pytest.mark.parametrize("name", EVERY)
def test_html_in_a_message_is_closed(name: str) -> None:
    for id, message in messages(EVERY[name]).items():
        tags = re.findall(r"</?([a-z]+)[^>]*>", words(message))
        assert all(tags.count(tag) % 2 == 0 for tag in tags), id
        assert not re.search(r"&(?!amp;|lt;|gt;|quot;|#)", words(message)), id


# The informal form of address

FORMAL = {
    "nl": re.compile(r"\b(u|uw|uwe|uzelf)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(vous|votre|vos|vôtres?|veuillez|\w+(?<!ch)ez)\b", re.IGNORECASE),
}
INFORMAL_WORDS = {
    "nl": re.compile(r"\b(je|jij|jou|jouw|jezelf)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(tu|te|toi|ton|ta|tes|t’\w+)\b", re.IGNORECASE),
}
NOBODY = re.compile(r"\b(assez|rez)\b")


def in_a_letter(id: str) -> bool:
    """Whether the visitor writes this to the organisation, which stays formal."""
    return id.startswith(("letter.", "letter_for_another.")) and id not in (
        "letter.title",
        "letter.intro",
    )


@pytest.mark.parametrize("language", OVERLAYS)
def test_an_overlay_only_has_messages_of_its_language_and_says_something_else(
    language: str,
) -> None:
    base = messages(CATALOGS[language])
    overlay = messages(INFORMAL[language])
    assert [id for id in overlay if id not in base] == []
    assert [id for id in overlay if overlay[id].string == base[id].string] == []


@pytest.mark.parametrize("language", OVERLAYS)
def test_an_overlay_never_addresses_the_reader_formally(language: str) -> None:
    assert {
        id: FORMAL[language].findall(words(message))
        for id, message in messages(INFORMAL[language]).items()
        if FORMAL[language].search(NOBODY.sub("", words(message)))
    } == {}


@pytest.mark.parametrize("language", OVERLAYS)
def test_every_sentence_that_addresses_the_reader_formally_has_an_informal_one(
    language: str,
) -> None:
    overlay = messages(INFORMAL[language])
    assert {
        id: words(message)
        for id, message in messages(CATALOGS[language]).items()
        if id not in overlay
        and not in_a_letter(id)
        and FORMAL[language].search(NOBODY.sub("", words(message)))
    } == {}


def test_whoever_says_je_in_dutch_says_we_and_not_wij() -> None:
    overlay = messages(INFORMAL["nl"])
    formal = re.compile(r"\bwij\b(?!\.)", re.IGNORECASE)  # “als wij.” has stress
    said = {**messages(CATALOGS["nl"]), **overlay}
    assert [
        id
        for id, message in said.items()
        if formal.search(words(message)) and not id.startswith("report.")  # which address nobody
    ] == []


@pytest.mark.parametrize("language", OVERLAYS)
def test_the_formal_words_never_address_the_reader_informally(language: str) -> None:
    assert {
        id: INFORMAL_WORDS[language].findall(words(message))
        for id, message in messages(CATALOGS[language]).items()
        if INFORMAL_WORDS[language].search(words(message))
    } == {}


@pytest.mark.parametrize("language", OVERLAYS)
def test_a_letter_to_the_organisation_is_formal_in_either_form_of_address(language: str) -> None:
    assert [id for id in messages(INFORMAL[language]) if in_a_letter(id)] == []


# Typography


def plain(message: Message) -> str:
    """The words of a message without HTML and placeholders."""
    return re.sub(r"<[^>]*>", "", re.sub(r"\{[^}]*\}", "x", words(message)))


@pytest.mark.parametrize("name", ["fr", "fr.informal"])
def test_french_has_a_no_break_space_before_high_punctuation_and_inside_guillemets(
    name: str,
) -> None:
    # a sentence may consist of the punctuation alone
    wrong = re.compile(r"[^\u202f](?=[;!?])|[^\u00a0](?=:)|«(?!\u202f)|(?<!\u202f)»")
    assert {
        id: plain(message)
        for id, message in messages(EVERY[name]).items()
        if wrong.search(plain(message)) or re.match(r"[:;!?]", plain(message))
    } == {}


@pytest.mark.parametrize("name", ["fr", "fr.informal"])
def test_a_french_number_stays_with_what_is_counted(name: str) -> None:
    assert {
        id: form
        for id, one in messages(EVERY[name]).items()
        if one.pluralizable
        for form in forms(one)
        if "{number} " in typeset(form, "fr")
    } == {}


@pytest.mark.parametrize("name", ["fr", "fr.informal"])
def test_no_french_name_stands_where_its_article_or_vowel_would_change_the_word_before(
    name: str,
) -> None:
    # “à Les Foulées”, “de Orange”: a name stands before a colon, or after “chez”, “par”, “joindre”
    wrong = re.compile(r"(?:\b(?:de|du|des|à|au|aux|que|qu’)|d’) \{(?:organisation|name|subject)\}")
    assert {
        id: text
        for id, one in messages(EVERY[name]).items()
        for text in forms(one)
        if wrong.search(text)
    } == {}


def test_no_french_verb_stands_behind_what_a_change_is_about() -> None:
    # “HubSpot et Zendesk appartient”: one change is told of all that it is about
    assert {
        id: words(message)
        for id, message in messages(EVERY["fr"]).items()
        if id.startswith("change.") and re.match(r"\{subject\}(?!,|\u00a0:| –)", words(message))
    } == {}


def test_no_french_name_of_a_field_has_a_pronoun_for_what_the_change_is_about() -> None:
    # “bpost et PostNL – quand il reçoit”, “Directives – ce qu’il permet”: any gender and number
    alone = {"field.changes.how"}  # only “Modifications de cette politique” has it
    assert {
        id: words(message)
        for id, message in messages(EVERY["fr"]).items()
        if id.startswith("field.") and re.search(r"\b(?:ils?|elles?)\b", words(message))
    }.keys() == alone


def test_no_english_name_of_a_field_that_several_may_have_says_it() -> None:
    # “bpost and PostNL – when it receives data”: what is alone may have a pronoun
    alone = {"audiences", "explained", "rights.further.law", "by_request", "if_refused"}
    alone |= {"offered_to_children", "departments", "tasks", "link"}
    assert {
        id.removeprefix("field.")
        for id, message in messages(EVERY["en"]).items()
        if id.startswith("field.") and re.search(r"\bits?\b", words(message))
    } == alone


@pytest.mark.parametrize("name", ["fr", "fr.informal"])
def test_a_french_message_that_did_not_arrive_is_masculine(name: str) -> None:
    # “Ce message est trop long … renvoyez-la”: it was a request once
    feminine = r"\b(?:renvoyez|renvoie)-la\b|\bElle\b"
    assert {
        id: plain(message)
        for id, message in messages(EVERY[name]).items()
        if id.startswith("receiver.notice.") and re.search(feminine, plain(message))
    } == {}


@pytest.mark.parametrize("name", EVERY)
def test_the_names_of_legal_bases_stand_after_a_colon_or_in_quotes(name: str) -> None:
    # “op grond van taak van algemeen belang”: the name of a basis has no article
    assert {
        id: text
        for id, one in messages(EVERY[name]).items()
        for text in forms(one)
        if "{bases}" in text and not re.search(r"[:«]\s?{bases}", text)
    } == {}


COMPLAINTS_TOO = ("form.failed_explained", "form.needs_script", "form.too_many", "receiver.notice.")
"""What somebody reads who complains, as well as who makes a request."""


@pytest.mark.parametrize("name", ["nl", "nl.informal", "en"])
def test_what_is_said_of_a_complaint_too_does_not_call_it_a_request(name: str) -> None:
    assert {
        id: plain(message)
        for id, message in messages(EVERY[name]).items()
        if id.startswith(COMPLAINTS_TOO)
        and re.search(r"\b(?:requests?|verzoek(?:en)?)\b", plain(message), re.IGNORECASE)
    } == {}


@pytest.mark.parametrize("name", EVERY)
def test_an_apostrophe_and_quotes_are_not_those_of_a_typewriter(name: str) -> None:
    assert {
        id: plain(message)
        for id, message in messages(EVERY[name]).items()
        if "'" in plain(message) or '"' in plain(message)
    } == {}


@pytest.mark.parametrize("name", EVERY)
def test_an_ellipsis_is_one_character_and_spaces_are_single(name: str) -> None:
    assert {
        id: plain(message)
        for id, message in messages(EVERY[name]).items()
        if "..." in plain(message) or "  " in plain(message)
    } == {}


# In use

FIELDS = (
    *(
        "audience",
        "on_behalf_of",
        "represented",
        "further_right",
        "incorrect",
        "correct",
        "ground",
        "recipient",
    ),
    *("activities", "details", "solution", "earlier_request", "name", "email", "language"),
)
"""The fields that request forms have of themselves."""

TOLD = tuple(rule for rule in FIELD_RULES if rule.family)

DYNAMIC = {
    **{f"{rule.family}.": rule.declared.members for rule in TOLD},
    "applicability.": (
        "always",
        "always.unless_stated",
        "basis_unstated",
        "not_identifiable",
        "erasure.consent",
        "erasure.legal_obligation",
        "erasure.public_task",
        "erasure.legitimate_interests",
        "erasure.direct_marketing",
        "erasure.no_longer_needed",
        "restriction",
        "restriction.unless_stated",
        "portability.basis",
        "portability.paper",
        "portability.represented",
        "portability.source",
        "portability.yes",
        "objection.legitimate_interests",
        "objection.public_task",
        "objection.consent",
        "objection.soft_opt_in",
        "objection.basis",
        "direct_marketing.unstated",
        "direct_marketing.yes",
        "direct_marketing.no",
        "automated_decisions.yes",
        "automated_decisions.no",
        "automated_decisions.unstated",
        "withdraw_consent.yes",
        "withdraw_consent.no",
    ),
    "automated.none.": ("everywhere", "unless_stated"),
    "automated.on_behalf.": ("either", "everywhere", "unless_stated"),
    "channel.": tuple(Channel),
    "desk.entry.": tuple(EntryKind),
    "desk.ground.": tuple(Ground),
    "desk.letter.": tuple(LetterKind),
    "desk.mail.": tuple(MailKind),
    "desk.outcome.": tuple(Outcome),
    "desk.reason.": tuple(ExtensionReason),
    "desk.status.": tuple(StatusFilter),
    "desk.urgency.": tuple(Urgency),
    "duration.": ("session", "persistent"),
    "feed.explained.": tuple(level for level in Level if level is not Level.MATERIAL),
    "feed.level.": tuple(Level),
    "form.activities.": (
        RequestType.OBJECTION,
        RequestType.DIRECT_MARKETING,
        RequestType.AUTOMATED_DECISIONS,
        RequestType.WITHDRAW_CONSENT,
    ),
    "form.details_hint.": tuple(
        asked for asked in RequestType if not law_of(asked).takes_effect_at_once
    ),
    "form.ground.": RESTRICTION_GROUNDS,
    "form.on_behalf_of.": ("self", *RepresentedBy),
    "letter.": (*RequestType, *FIELDS),
    "letter_for_another.": tuple(RequestType),
    "mail.owner.at_once.": tuple(
        asked for asked in RequestType if law_of(asked).takes_effect_at_once
    ),
    "notice.": ("accessibility_statement", "withdrawal_function"),
    "permission.": tuple(Permission),
    "receiver.notice.": tuple(FixedPage),
    "retention.later.": tuple(Afterwards),
    "picture.": tuple(Picture),
    "picture.region.": tuple(Region),
    "recipients.": tuple(right for right in Right if right.law.tells_recipients),
    "retention.delete.": ("everywhere", "unless_stated"),
    "right.": tuple(Right),
    "verdict.": tuple(Verdict),
}
"""What follows the first part of an id that a template puts together."""

ALL_PAGES = (*PAGE_KINDS, COMPLAINT_PAGE)
REQUEST_PAGES = ("request", "received")
PAGES = tuple(kind.name for kind in PAGE_KINDS if not kind.right and kind.name not in REQUEST_PAGES)


SAYING = ("say", "plural", "plural_forms")


def asked_for(template: Path) -> Iterator[nodes.Expr]:
    """The first argument of each `say`, `plural` and `plural_forms` in a template."""
    tree = Environment(extensions=["jinja2.ext.do"]).parse(template.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in SAYING:
            yield call.args[0]


def ids(expression: nodes.Expr) -> set[str]:
    """Every id that an expression can stand for."""
    match expression:
        case nodes.Const():
            return {expression.value}
        case nodes.Filter(name="in_country", node=nodes.Const() as general):
            return {general.value, *in_countries(general.value)}
        case nodes.CondExpr():
            return ids(expression.expr1) | (ids(expression.expr2) if expression.expr2 else set())
        case nodes.Concat(nodes=[nodes.Const() as first, _, *rest]):
            endings = [part.value for part in rest if isinstance(part, nodes.Const)]
            return {f"{first.value}{one}{''.join(endings)}" for one in DYNAMIC[first.value]}
        case nodes.Concat(nodes=[nodes.Name(name="name"), nodes.Const() as last]):
            return {f"{kind.name}{last.value}" for kind in PAGE_KINDS if kind.is_way_in}
    raise AssertionError(f"this test does not understand how an id is put together: {expression}")


def in_countries(id: str) -> dict[str, str]:
    """The messages that say one in the words of a country, with that country."""
    found = (re.fullmatch(rf"{re.escape(id)}\.([A-Z]{{2}})", own) for own in ENGLISH)
    return {own[0]: own[1] for own in found if own}


def used() -> dict[str, set[str]]:
    """The ids that each template, and the code, may ask for."""
    by_template = {
        template.relative_to(shipped("site_template")).as_posix(): {
            id for expression in asked_for(template) for id in ids(expression)
        }
        for template in TEMPLATES
    }
    code = {*asked_by_code(), *asked_by_changelog()}
    return {**by_template, "code": code, "theme": set(asked_by_theme())}


def asked_by_theme() -> Iterator[str]:
    """The words for the frame of a page, by the names that Material has for them."""
    material = Path(str(find_spec("material").origin)).parent
    ours = shipped("site_template") / "theme"
    templates = {*material.rglob("*.html"), *material.rglob("*.py"), *ours.rglob("*.html")}
    source = "".join(
        path.read_text("utf-8") for path in templates if path.parent.name != "languages"
    )
    names = (id.removeprefix("frame.") for id in ENGLISH if id.startswith("frame."))
    yield from (
        f"frame.{name}" for name in names if re.search(f"['\"]{re.escape(name)}['\"]", source)
    )


def asked_by_code() -> set[str]:
    """The ids that stand in the code, and those that it puts together."""
    return {
        *({*constants()} & ENGLISH.keys()),
        *(f"{kind.name}.{part}" for kind in ALL_PAGES for part in ("title", "description")),
        *({f"{kind.name}.sought" for kind in ALL_PAGES} & ENGLISH.keys()),
        *(f"{kind}.{part}" for kind in ("version", "redline") for part in ("title", "description")),
        *(
            f"feed.{part}.{level}"
            for part in ("level", "explained")
            for level in DYNAMIC[f"feed.{part}."]
        ),
        *(f"feed.{feed}.{part}" for feed in ("changes", "processors") for part in FEED_PARTS),
        *(f"address.{step.replace('/', '.')}" for kind in ALL_PAGES for step in kind.steps),
        *("center.nav", "address.for", "for.nav", "rights.nav", "audience.description"),
        *(f"channel.{channel}" for channel in Channel),
        *(f"form.activities.{request_type}" for request_type in DYNAMIC["form.activities."]),
        *(f"form.ground.{ground}" for ground in DYNAMIC["form.ground."]),
        *(f"form.on_behalf_of.{kind}" for kind in DYNAMIC["form.on_behalf_of."]),
        *(f"picture.{picture}.description" for picture in Picture),
        *(f"picture.ground.{ground}" for ground in (*TERM_GROUNDS, "unstated")),
        *(f"picture.consent.{consent}" for consent in (*Consent, "unstated")),
        *(f"picture.version.{state}" for state in ("in-force", "past", "ahead", "replaced")),
        *(f"duration.{lifetime}" for lifetime in DYNAMIC["duration."]),
        # what a complaint to the organisation may also be refused on
        *(f"reply.ground.{ground}" for ground in Ground),
    }


FEED_PARTS = ("title", "subtitle")


def constants() -> Iterator[str]:
    """Every string in the code."""
    for module in (Path(__file__).parent.parent / "mkdocs_privacy").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def asked_by_changelog() -> Iterator[str]:
    """What the table of kinds asks for: sentences, and labels of fields."""
    yield from (f"{rule.family}.{value}" for rule in TOLD for value in rule.declared.members)
    for kind in (kind for rule in FIELD_RULES for kind in rule.kinds):
        rule, verb = kind.rule, kind.verb
        if kind.has_own_sentence and rule.sentences_by:
            values = declared_by(rule.declared.type, rule.sentences_by).members
            yield from (f"change.{kind.id}.{value}" for value in (*values, "unstated"))
        elif kind.has_own_sentence:
            yield f"change.{kind.id}"
        if not kind.has_own_sentence or (rule.nothing and verb in (Verb.ADDED, Verb.REMOVED)):
            yield rule.label
            if verb is not Verb.TRANSLATED:
                yield f"change.field.{verb}"
        if rule.is_list and verb in (Verb.ADDED, Verb.REMOVED):
            yield f"change.listed.{verb}"
        if rule.declared.is_text and verb is not Verb.TRANSLATED:
            yield f"change.long.{verb}"
    yield from (f"topic.{topic}" for topic in Topic)
    yield from (f"told.{cause}" for cause in (Cause.REWORDED, Cause.REWRITTEN))
    yield "field.items"  # of a cookie service of which more has changed
    for enumeration, family in FAMILIES.items():
        yield from (f"{family}.{member}" for member in enumeration)
    for rule in FIELD_RULES:
        yield from filter(None, (rule.nothing, rule.unstated, rule.subject))


def test_every_message_that_is_asked_for_exists() -> None:
    known = set(ENGLISH)
    assert {name: sorted(asked - known) for name, asked in used().items() if asked - known} == {}


def test_every_message_that_exists_is_asked_for() -> None:
    asked = set().union(*used().values())
    assert [id for id in ENGLISH if id not in asked] == []


def test_the_reasons_named_here_are_those_that_the_model_gives() -> None:
    code = (Path(__file__).parent.parent / "mkdocs_privacy/model/applicability.py").read_text()
    written = {
        reason for reason in re.findall(r'Verdict\.\w+, f?"([^"]+)"', code) if "{" not in reason
    }
    assert written <= set(DYNAMIC["applicability."])


# No words outside the catalogs


def visible(template: str) -> str:
    """What is left of a template without Jinja, comments, tags: the words that a reader sees."""
    template = re.sub(r"\{#.*?#\}|<!.*?>|<style>.*?</style>", "", template, flags=re.DOTALL)
    template = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", template, flags=re.DOTALL)
    seen = re.findall(
        r'\b(?:title|alt|aria-label|aria-description|placeholder|data-label)="([^"]*)"',
        template,
    )
    return re.sub(r"<[^>]*>", "", template, flags=re.DOTALL) + " ".join(seen)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_template_has_no_words_of_its_own(template: Path) -> None:
    written = visible(template.read_text(encoding="utf-8"))
    assert re.findall(r"[^\W\d_]+", re.sub(r"&[a-z]+;", "", written)) == []


def test_words_in_a_template_would_be_noticed() -> None:
    assert visible('<p title="Hello">{{ say("a") }} world{# no #}</p>') == " worldHello"


@pytest.mark.parametrize("language", available_languages())
def test_kept_words_are_those_of_the_files(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded() -> tuple[dict[object, str], frozenset[str]]:
        _read.cache_clear()
        catalog = load_catalog(language)
        sentences = vars(catalog)["_catalog"]
        return {
            id: sentences[id] for id in sentences if id
        }, catalog.borrowed  # the header is dated

    first, kept = loaded(), loaded()
    monkeypatch.setattr(compiled_words, "kept_work", lambda: KeptWork(None))
    assert first == kept == loaded()
