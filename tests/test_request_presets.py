"""What a form says to the services that take it."""

from __future__ import annotations

import pytest

from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import Posting, RequestFormat, RequestOptions
from mkdocs_privacy.requests.presets import (
    Preset,
    action,
    find_conflicts,
    form_name,
    hidden_fields,
    preset_of,
)

RECEIPT = "https://www.tuimelkous.example/rights/received/"
ENDPOINT = "https://requests.example.be/privacy"


def fields_of(receipt_address: str | None = RECEIPT, **options: object) -> dict[str, str]:
    return dict(
        hidden_fields(
            RequestOptions(**options),
            "Inzage",
            receipt_address,
            form_name(RequestType.ACCESS, "nl"),
        )
    )


@pytest.mark.parametrize("format", ["form", "json"])
def test_an_endpoint_of_ones_own_is_told_where_to_send_the_visitor_back(format: str) -> None:
    assert preset_of(RequestFormat(format)) == Preset("website")
    assert preset_of(RequestFormat(format)).attributes("privacy-access-nl") == {}
    assert fields_of(format=format, endpoint=ENDPOINT) == {"redirect": RECEIPT}
    assert fields_of(None, format=format, endpoint=ENDPOINT) == {}


def test_fides_is_told_nothing_as_only_a_script_can_post_to_it() -> None:
    assert preset_of(RequestFormat.FIDES) == Preset("website", redirect=None)
    assert fields_of(format="fides", endpoint=ENDPOINT) == {}


def test_netlify_finds_the_form_and_every_field_of_it_in_the_page() -> None:
    assert preset_of(RequestFormat.NETLIFY).attributes("privacy-access-nl") == {
        "name": "privacy-access-nl",
        "data-netlify": "true",
        "data-netlify-honeypot": "website",
    }
    assert fields_of(format="netlify") == {
        "form-name": "privacy-access-nl",
        "reference": "",
        "opened_at": "",
        "submitted_at": "",
        "expected_by": "",
        "subject": "Inzage",
    }


def test_formspree_is_told_the_subject_and_where_to_send_the_visitor_back() -> None:
    assert preset_of(RequestFormat.FORMSPREE).honeypot == "_gotcha"
    assert fields_of(format="formspree", endpoint="https://formspree.io/f/xyzabcde") == {
        "_subject": "Inzage",
        "_next": RECEIPT,
    }


def test_web3forms_gets_its_key_and_a_box_that_nobody_ticks() -> None:
    preset = preset_of(RequestFormat.WEB3FORMS)
    assert (preset.honeypot, preset.honeypot_is_checkbox) == ("botcheck", True)
    assert fields_of(format="web3forms", access_key="5f2c") == {
        "access_key": "5f2c",
        "subject": "Inzage",
        "redirect": RECEIPT,
    }


def test_fields_of_the_owner_are_added() -> None:
    options = {"endpoint": ENDPOINT, "hidden_fields": {"shop": "antwerp"}}
    assert fields_of(**options) == {"redirect": RECEIPT, "shop": "antwerp"}


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"format": "netlify"}, "subject"),
        ({"format": "netlify"}, "form-name"),
        ({"format": "netlify"}, "bot-field"),
        ({"format": "formspree", "endpoint": ENDPOINT}, "_subject"),
        ({"format": "formspree", "endpoint": ENDPOINT}, "_next"),
        ({"format": "formspree", "endpoint": ENDPOINT}, "_gotcha"),
        ({"format": "web3forms", "access_key": "5f2c"}, "access_key"),
        ({"format": "web3forms", "access_key": "5f2c"}, "botcheck"),
        ({"format": "web3forms", "access_key": "5f2c"}, "from_name"),
        ({"format": "web3forms", "access_key": "5f2c"}, "replyto"),
    ],
)
def test_no_field_takes_a_name_that_means_something_to_the_service(
    options: dict[str, str], name: str
) -> None:
    used = f"‘{name}’: forms with `format: {options['format']}` use this name themselves"
    hidden = RequestOptions(**options, hidden_fields={name: "x"})
    in_options = [(("requests", "hidden_fields", name), used)]
    assert [*find_conflicts(hidden, ["nl"], [])] == in_options
    asked = [(("rights", "fields", name), f"{used}, so give the field another")]
    assert [*find_conflicts(RequestOptions(**options), ["nl"], [name])] == asked
    own = RequestOptions(endpoint=ENDPOINT, hidden_fields={name: "x"})
    assert [*find_conflicts(own, ["nl"], [])] == []


def test_what_goes_with_no_language_and_what_stands_twice_is_told_too() -> None:
    options = RequestOptions(endpoint_by_language={"de": ENDPOINT}, hidden_fields={"shop": "x"})
    assert [*find_conflicts(options, ["nl", "fr"], ["shop"])] == [
        (("requests", "endpoint_by_language", "de"), "this site has no language ‘de’"),
        (("requests", "hidden_fields", "shop"), "‘shop’ is also an entry of `rights.fields`"),
    ]


@pytest.mark.parametrize(
    ("posting", "receipt_address", "expected"),
    [
        (Posting(RequestFormat.FORM, ENDPOINT), RECEIPT, ENDPOINT),
        (Posting(RequestFormat.NETLIFY), RECEIPT, "/rights/received/"),
        (Posting(RequestFormat.NETLIFY), None, "../received/"),
    ],
)
def test_a_form_posts_to_its_endpoint_or_to_the_page_of_receipt(
    posting: Posting, receipt_address: str | None, expected: str
) -> None:
    assert action(posting, receipt_address, "../received/") == expected


def test_every_form_of_a_site_has_a_name_of_its_own() -> None:
    names = [form_name(one, language) for one in RequestType for language in ("nl", "fr")]
    assert len(set(names)) == len(names)
    assert names[0] == "privacy-access-nl"
