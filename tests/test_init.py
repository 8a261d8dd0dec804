"""`mkdocs-privacy init`: what a person answers, what it writes, and what it leaves open."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path, PurePosixPath

import pexpect
import pytest
import yaml
from builds import ENVIRONMENT, build_cleanly, build_site
from click import Context
from killing import is_killed_at
from lxml import html
from patience import PATIENCE
from starting import ANSWERS, data_of, options, run, starter, write

from mkdocs_privacy import __version__
from mkdocs_privacy.catalogue import LANGUAGES, organisation_kinds, shipped_catalogue
from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.editor_schema import editor_schema
from mkdocs_privacy.cli.first_center import first_center
from mkdocs_privacy.cli.services import read_services
from mkdocs_privacy.cli.starter import flow_yaml, one_line_yaml
from mkdocs_privacy.findings import Severity
from mkdocs_privacy.lint import lint
from mkdocs_privacy.loading import load_center
from mkdocs_privacy.localization import Localization, load_catalog
from mkdocs_privacy.model import PrivacyCenter

COUNTRIES = ("BE", "NL", "FR", "LU", "DE")
FOR_THE_OWNER = {
    *("unverified-facts", "framework-unchecked", "contract-unstated", "country-unstated"),
    *("withdrawal-link-missing", "consent-link-missing", "copy-unstated"),
    *("criteria-only", "officer-unstated", "email-tracking-unstated", "service-not-in-table"),
    *("recipients-unstated", "objection-period-unstated", "whereabouts-unstated"),
}
"""What no answer of `init` says, and only an owner can add; none of it is a warning."""
LANGUAGE_SETS = ("nl", "fr", "en", "nl,fr,en")
USES: Mapping[str, str] = {
    "webshop": "woocommerce,combell,mollie,mailchimp,mailchimp-email,bpost,moneybird,complianz,"
    "google-analytics",
    "saas": "laravel,aws,postmark,zendesk,sentry,plausible,trial-accounts,product-telemetry",
    "practice": "wordpress,combell,microsoft-365,doctena,care-providers,health-insurers,"
    "patient-files",
    "lodging": "wordpress,ovhcloud,microsoft-365,booking-com,thefork,stripe,moneybird,"
    "guest-wifi,dietary-needs,camera-surveillance",
    "restaurant": "wordpress,ovhcloud,microsoft-365,thefork,sumup,moneybird,dietary-needs",
    "association": "wordpress,ovhcloud,google-workspace,events,volunteers,donations,mollie",
    "employer": "wordpress,hetzner,microsoft-365,talent-pool,camera-surveillance,whistleblowing",
    "staffing": "wordpress,hetzner,microsoft-365,hirers,carerix,indeed,nmbrs,occupational-health,"
    "pension-fund,references,candidate-ranking,identity-checks,job-alerts",
    "blog": "wordpress,combell,youtube,plausible,cookieconsent,mailchimp",
}
"""What an organisation of each kind may use and do."""

ODD_NAMES = (
    'Café "De Hoek"',
    "Jansen: wijn & zonen #1",
    "L’Été d'Anna",
    "😀 Pret 👨‍👩‍👧",
    '"><script>alert(1)</script>',
    "{{ name }} {% raw %} {nl: x}",
    "- !ENV [HOME]",
    "null",
    "123",
    "2021-01-07",
    "*alias",
    "&anchor",
    "AT&amp;T",
    "100 % puur | <b>",
    "fr: Bonjour",
    "a, b} # CHECK: c",
)


def authority_in(country: str) -> str | None:
    return "DE-NW" if country == "DE" else None


def center_of(folder: Path, languages: str = "nl,fr,en") -> PrivacyCenter:
    loaded = load_center(folder / "privacy", languages.split(","))
    assert loaded.center is not None, loaded.findings
    return loaded.center


def entries(files: Mapping[PurePosixPath, str], section: str) -> list[str]:
    """The ids of a section of what `init` would write."""
    return list(yaml.safe_load(data_of(files)).get(section) or {})


# ------------------------------------------------------------------------------ what it writes


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("kind", organisation_kinds())
def test_nothing_is_found_in_any_kind_country_and_language_where_all_is_answered(
    kind: str, country: str, tmp_path: Path
) -> None:
    for languages in LANGUAGE_SETS:
        files = starter(
            kind=kind,
            country=country,
            languages=languages,
            authority=authority_in(country),
            **{"with": USES[kind]},
        )
        write(tmp_path, files)
        assert "CHECK:" not in "".join(files.values())
        loaded = load_center(tmp_path / "privacy", languages.split(","))
        found = [*loaded.findings, *lint(loaded)]
        assert [str(one) for one in found if one.rule.slug not in FOR_THE_OWNER] == []


@pytest.mark.parametrize(
    ("kind", "country", "languages"),
    [
        ("webshop", "BE", "nl,fr,en"),
        ("saas", "NL", "nl"),
        ("practice", "FR", "fr"),
        ("lodging", "FR", "fr,en"),
        ("restaurant", "NL", "nl,en"),
        ("association", "LU", "fr,en"),
        ("employer", "DE", "en,nl"),
        ("staffing", "NL", "nl,en"),
        ("blog", "BE", "nl"),
    ],
)
def test_it_builds_strictly(kind: str, country: str, languages: str, tmp_path: Path) -> None:
    result = run(
        "init",
        tmp_path / "new",
        *options(
            kind=kind,
            country=country,
            languages=languages,
            authority=authority_in(country),
            **{"with": USES[kind]},
        ),
    )
    assert result.exit_code == 0
    assert "Still to do" not in result.stdout
    site = build_cleanly(tmp_path / "new/mkdocs.yml", tmp_path / "site")
    for index, language in enumerate(languages.split(",")):
        page = (site / (language if index else "") / "index.html").read_text("utf-8")
        assert f'<html lang="{language}"' in page
        assert "Tuimelkous" in page


def test_the_shop_of_the_readme_takes_about_forty_lines_and_no_text() -> None:
    data = data_of(starter(**{"with": USES["webshop"] + ",dhl,dpd"}))
    lines = [line for line in data.splitlines() if line.strip() and "#" not in line]
    assert len(lines) <= 42
    assert not re.search(r"\b(nl|fr|en):", data)


def test_a_hotel_takes_few_lines_and_nobody_gets_what_is_not_for_them(tmp_path: Path) -> None:
    named = "ovhcloud,microsoft-365,booking-com,zenchef,stripe,accountant,table-reservations"
    files = starter(kind="lodging", country="FR", **{"with": named})
    lines = [line for line in data_of(files).splitlines() if line.strip() and "#" not in line]
    assert len(lines) <= 38
    write(tmp_path, files)
    told = {
        id: {one.id for one in activity.processors or ()}
        for id, activity in center_of(tmp_path).activities.items()
    }
    assert told["guest-registration"] == {"guest-authority-fr"}
    assert told["room-reservations"] == {"ovhcloud", "microsoft-365", "booking-com"}
    assert told["table-reservations"] == {"ovhcloud", "microsoft-365", "zenchef"}
    assert told["invoices"] == {"accountant", "tax-authority-fr"}


@pytest.mark.parametrize("kind", organisation_kinds())
def test_what_only_some_do_is_right_too_once_its_mark_is_removed(kind: str, tmp_path: Path) -> None:
    files = starter(kind=kind)
    data = re.sub(r"^( *)# (?=( {2})?[a-z-]+:( \{|$))", r"\1", data_of(files), flags=re.MULTILINE)
    write(tmp_path, {**files, PurePosixPath("privacy/center.yml"): data})
    loaded = load_center(tmp_path / "privacy", LANGUAGES)
    assert loaded.center, loaded.findings
    assert set(organisation_kinds()[kind].sometimes) <= {*loaded.center.activities}
    assert "tls" in loaded.center.measures


@pytest.mark.parametrize("kind", organisation_kinds())
def test_a_kind_names_only_activities_that_the_catalogue_has(kind: str) -> None:
    named = organisation_kinds()[kind]
    ids = {*named.activities, *named.sometimes, *named.one_of}
    assert ids <= {*shipped_catalogue().activities}


OF_CUSTOMERS = re.compile(
    r"\bklant|\baanbiedingen|\bclientèle|\boffres(?! d’emploi)|\bcustomers?\b|\boffers\b"
)


@pytest.mark.parametrize("kind", ["practice", "association", "employer", "blog"])
def test_a_kind_without_customers_says_nothing_of_them(kind: str) -> None:
    """A club or a blog has no customer service, and a practice makes its patients no offers."""
    named, catalogue = organisation_kinds()[kind], shipped_catalogue()
    owners = ("alternatives", "audiences", "recipient_categories", "facts")
    said = {
        id: {key: value for key, value in catalogue.activities[id].items() if key not in owners}
        for id in (*named.activities, *named.sometimes, *named.one_of)
    }
    found = {id: OF_CUSTOMERS.findall(str(fields)) for id, fields in said.items()}
    assert not any(found.values()), found


def test_a_practice_speaks_of_patients_or_of_clients() -> None:
    patients = yaml.safe_load(data_of(starter(kind="practice", **{"with": "patient-files"})))
    clients = yaml.safe_load(data_of(starter(kind="practice", **{"with": "client-files"})))
    assert patients["activities"]["appointments"] == {
        "use": "appointments",
        "without": ["clients"],
        "also": {"audiences": ["patients"], "personal_data": ["health"]},
        "special_basis": "health_care",
    }
    assert patients["activities"]["invoices"]["also"] == {"audiences": ["patients"]}
    assert "client-files" not in patients["activities"]
    assert clients["activities"]["appointments"] == {"use": "appointments"}
    assert clients["activities"]["invoices"]["also"] == {"audiences": ["clients"]}


def test_the_law_of_the_country_adds_its_right(tmp_path: Path) -> None:
    write(tmp_path, starter(country="FR"))
    assert list(center_of(tmp_path).rights.further) == ["after-death"]


@pytest.mark.parametrize(("country", "period"), [("BE", "P10Y"), ("NL", "P7Y"), ("DE", "P8Y")])
def test_the_retention_of_invoices_is_that_of_the_country(
    tmp_path: Path, country: str, period: str
) -> None:
    write(tmp_path, starter(country=country))
    [retention] = center_of(tmp_path).activities["invoices"].retention
    assert retention.period == period


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_characters_come_out_as_they_are(tmp_path: Path, name: str) -> None:
    changed = {"name": name, "legal_name": f"{name} BV", "street": name, "city": name}
    assert run("init", tmp_path, *options(**changed)).exit_code == 0
    organisation = center_of(tmp_path).organisation
    assert organisation.name == name
    assert str(organisation.legal_name and organisation.legal_name.everywhere) == f"{name} BV"
    config = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    assert config["site_name"] == f"Privacy bij {name}"
    assert set(config["plugins"]) == {"search", "privacy-center", "i18n"}
    _, french, _ = config["plugins"]["i18n"]["languages"]
    assert french["site_name"] == f"Vos données chez {name}"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"postal_code": "9000 Gent"}, "--postal-code: ‘9000 Gent’ is no postal code of BE"),
        ({"company_number": "Brussel"}, "--company-number: ‘Brussel’ is no company number of BE"),
    ],
)
def test_what_cannot_be_a_number_is_refused_at_once(
    tmp_path: Path, answer: dict[str, str], said: str
) -> None:
    refused = run("init", tmp_path, *options(**answer))
    assert (refused.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert said in refused.stderr


def test_a_site_with_an_odd_name_builds_strictly_and_shows_the_name(tmp_path: Path) -> None:
    name = 'Café "De Hoek": #1 <script>alert(1)</script> 😀'
    assert run("init", tmp_path, *options(name=name, languages="en")).exit_code == 0
    site = build_cleanly(tmp_path / "mkdocs.yml", tmp_path / "site")
    contact = (site / "contact/index.html").read_text("utf-8")
    assert "#1 &lt;script&gt;alert(1)&lt;/script&gt; 😀" in contact
    for page in (contact, (site / "404.html").read_text("utf-8")):
        assert "<script>alert(1)" not in page
        root = html.document_fromstring(page)
        shown = f"Privacy at {name}"
        assert root.findtext(".//title").endswith(shown)
        for logo in root.findall(".//a[@data-md-component='logo']"):
            assert (logo.get("title"), logo.get("aria-label")) == (shown, shown)
        assert [topic.text_content().strip() for topic in root.find_class("md-ellipsis")][
            0
        ] == shown


@pytest.mark.parametrize("value", [*ODD_NAMES, "two\nlines", "a\x85b\u2028c", "\ttab", " edge "])
def test_a_value_stays_itself_on_one_line_of_yaml(value: str) -> None:
    assert yaml.safe_load(f"key: {one_line_yaml(value)}") == {"key": value}
    flow = f"[a, {{key: {flow_yaml(value)}, b: c}}]"
    assert yaml.safe_load(flow) == ["a", {"key": value, "b": "c"}]
    assert len(one_line_yaml(value).splitlines()) == 1


def test_white_space_in_a_name_is_one_space() -> None:
    assert "\n  name: De Hoek\n" in data_of(starter(name="  De\n  Hoek "))


def test_the_first_language_is_the_main_one() -> None:
    config = yaml.safe_load(starter(languages="fr, nl")[PurePosixPath("mkdocs.yml")])
    first, second = config["plugins"]["i18n"]["languages"]
    assert (first["locale"], first["default"], second["locale"]) == ("fr", True, "nl")
    assert config["theme"]["language"] == "fr"
    assert config["site_name"].startswith("Vos données")


def test_languages_may_be_typed_in_capitals() -> None:
    config = yaml.safe_load(starter(languages="NL, FR-be")[PurePosixPath("mkdocs.yml")])
    locales = [one["locale"] for one in config["plugins"]["i18n"]["languages"]]
    assert locales == ["nl", "fr-BE"]


def test_a_name_that_begins_with_chez_is_not_said_to_be_at_chez() -> None:
    config = yaml.safe_load(starter(languages="fr", name="Chez Zoë")[PurePosixPath("mkdocs.yml")])
    assert config["site_name"] == "Vos données auprès de Chez Zoë"
    words = Localization("fr", load_catalog("fr"))
    said = words.message("home.heading", organisation="Chez Zoë")
    assert said == "Vos données auprès de Chez Zoë"
    assert words.message("home.heading", organisation="Chezal") == "Vos données chez Chezal"


def test_a_site_in_one_language_needs_no_plugin_for_more() -> None:
    assert "i18n" not in starter(languages="nl")[PurePosixPath("mkdocs.yml")]


def test_each_language_has_its_form_of_address() -> None:
    def written(form: str | None) -> dict[str, str] | None:
        config = yaml.safe_load(starter(form_of_address=form)[PurePosixPath("mkdocs.yml")])
        asked: dict[str, str] | None = config["plugins"]["privacy-center"].get("form_of_address")
        return asked

    assert written(None) is None
    assert written("formal") is None
    assert written("informal") == {"nl": "informal", "fr": "informal"}
    assert written("nl=informal,fr=formal") == {"nl": "informal"}
    assert written("nl=je, fr=vous") == {"nl": "informal"}


def test_the_data_names_the_schema_first_which_comes_with_it() -> None:
    files = starter()
    assert data_of(files).startswith("# yaml-language-server: $schema=privacy.schema.json\n")
    assert json.loads(files[PurePosixPath("privacy/privacy.schema.json")]) == editor_schema()


def test_the_requests_of_people_stay_out_of_git() -> None:
    ignored = starter()[PurePosixPath(".gitignore")].splitlines()
    assert ignored == ["/site/", "/.privacy-requests/", "/privacy-requests.db*", "/notice-*.eml"]


def test_the_workflow_installs_what_there_is() -> None:
    workflow = starter()[PurePosixPath(".github/workflows/privacy-center.yml")]
    steps = yaml.safe_load(workflow)["jobs"]["build"]["steps"]
    assert f"pip install ./mkdocs_privacy-{__version__}-py3-none-any.whl" in str(steps)


def test_a_generator_that_ignores_plugins_publishes_no_site_without_saying_so(
    tmp_path: Path,
) -> None:
    """As Zensical does, even with `--strict`."""
    files = starter()
    config = yaml.safe_load(files[PurePosixPath("mkdocs.yml")])
    del config["plugins"]["privacy-center"]
    write(tmp_path, {**files, PurePosixPath("mkdocs.yml"): yaml.safe_dump(config)})
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site")
    published = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "Hier hoort onze privacyverklaring te staan." in published
    assert "Notre politique de confidentialité devrait se trouver ici" in published
    assert "Our privacy policy should be here, but it is missing" in published
    assert "Build it with <code>mkdocs build --strict</code>" in published


def test_a_page_of_ones_own_in_the_place_of_the_first_one_is_no_stub(tmp_path: Path) -> None:
    write(tmp_path, {**starter(), PurePosixPath("docs/index.md"): "# Mine\n"})
    built = build_site(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert built.returncode == 1
    assert "docs/index.md" in built.stderr
    assert "[taken-place]" in built.stderr


def test_the_built_site_asks_nothing_of_third_parties(tmp_path: Path) -> None:
    write(tmp_path, starter(languages="nl", **{"with": USES["webshop"]}))
    site = build_cleanly(tmp_path / "mkdocs.yml", tmp_path / "site")
    for page in site.rglob("*.html"):
        sources = re.findall(
            r'<(?:script|img|link)[^>]+(?:src|href)="([^"]+)"', page.read_text("utf-8")
        )
        elsewhere = [one for one in sources if re.match(r"(https?:)?//", one)]
        assert all(one.startswith(ANSWERS["site-url"]) for one in elsewhere)


# ------------------------------------------------------------------- services that are named


def test_a_service_brings_the_activities_that_it_is_there_for() -> None:
    files = starter(kind="blog", **{"with": "mailchimp-email,google-analytics,klaro"})
    assert entries(files, "activities") == [
        "customer-service",
        "email-tracking",
        "statistics",
        "consent-choices",
        "website-security",
        "privacy-requests",
    ]
    assert entries(files, "processors") == ["google-analytics"]
    assert entries(files, "cookies") == ["mailchimp-email", "klaro"]
    consent = yaml.safe_load(data_of(files))["consent"]
    assert consent == {"use": "banner-and-newsletter", "service": "klaro"}


def test_who_is_paid_or_watches_errors_for_us_has_an_activity() -> None:
    files = starter(kind="saas", **{"with": "stripe,sentry"})
    assert {"payments", "error-reports"} <= {*entries(files, "activities")}


def test_donations_are_no_payments() -> None:
    """Where another activity is there for the same, nothing comes beside it."""
    files = starter(kind="association", **{"with": "mollie,donations,talent-pool,recruitee"})
    activities = entries(files, "activities")
    assert "payments" not in activities
    assert "job-applications" not in activities


def test_statistics_without_cookies_need_no_consent() -> None:
    files = starter(kind="blog", **{"with": "plausible"})
    assert "statistics-cookieless" in entries(files, "activities")
    assert "consent" not in yaml.safe_load(data_of(files))


def test_the_order_in_which_services_are_named_changes_nothing() -> None:
    catalogue = shipped_catalogue()
    parts = catalogue.activities_of_cookies
    alike = {
        (*parts.get(id, ()), entry.get("consent"), id in catalogue.come_along): id
        for id, entry in catalogue.cookies.items()
    }
    some = [*alike.values(), "google-analytics", "plausible", "statistics-exempt", "chat"]
    for kind in organisation_kinds().values():
        for one, other in combinations(some, 2):
            centers = [
                first_center(kind, read_services(written, "BE"), "BE")
                for written in (f"{one},{other}", f"{other},{one}")
            ]
            first, second = ((it.activities, it.processors, it.consent) for it in centers)
            assert first == second, (one, other)


@pytest.mark.parametrize(
    "named",
    [
        "plausible,google analytics",
        "google-analytics,plausible",
        "plausible,google-analytics-4",
        "google-analytics-4,fathom",
    ],
)
def test_who_counts_visits_with_and_without_cookies_has_both_activities(
    named: str, tmp_path: Path
) -> None:
    write(tmp_path, starter(**{"with": named}))
    activities = center_of(tmp_path).activities
    [counting] = activities["statistics"].processors or ()
    [counting_without] = activities["statistics-cookieless"].processors or ()
    assert counting.id == "google-analytics"
    assert counting_without.id in named


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("mollie", ("mollie",)),
        ("Mollie, BPOST", ("mollie", "bpost")),
        ("google analytics", ("google-analytics",)),
        ("DHL eCommerce, dpd", ("dhl-belgium", "dpd-belgium")),
        (" , ", ()),
    ],
)
def test_a_service_is_found_by_id_by_title_and_by_country(
    written: str, found: tuple[str, ...]
) -> None:
    assert read_services(written, "BE").processors == found


def test_a_website_that_stores_nothing_uses_nothing_that_stores_something(tmp_path: Path) -> None:
    answers = options(**{"with": "woocommerce,bpost,plausible,hotjar"})
    result = run("init", tmp_path, "--no-cookies", *answers)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        "Error: --no-cookies and --with woocommerce,hotjar do not go together: with them your "
        "website stores something on devices, so leave out one of the two"
    )
    assert not list(tmp_path.iterdir())
    result = run("init", tmp_path, "--no-cookies", *options(**{"with": "bpost,plausible"}))
    assert result.exit_code == 0
    assert "cookies: {}" in (tmp_path / "privacy/center.yml").read_text("utf-8")


def test_a_name_that_fits_several_is_refused_with_all_of_them(tmp_path: Path) -> None:
    result = run("init", tmp_path, *options(country="ES", **{"with": "dpd,mollie"}))
    assert result.exit_code == 2
    assert "‘dpd’ may be several: write one of dpd-belgium, dpd-" in result.stderr
    assert not list(tmp_path.iterdir())


def test_what_the_catalogue_lacks_is_left_open_and_written_nowhere_else(tmp_path: Path) -> None:
    result = run("init", tmp_path, *options(**{"with": ANSWERS["with"] + ",Lightspeed POS,moli"}))
    assert result.exit_code == 0
    assert 'mkdocs-privacy add processor --name "Lightspeed POS"\n' in result.stdout
    meant = "If you mean ‘mollie’: mkdocs-privacy add processor mollie. If not, and it receives "
    assert f"The catalogue has no ‘moli’. {meant}" in result.stdout
    data = yaml.safe_load((tmp_path / "privacy/center.yml").read_text("utf-8"))
    assert "Lightspeed" not in str(data)
    assert "what is ‘Lightspeed POS’, which the catalogue does not have? [left" in result.stdout


@pytest.mark.parametrize(
    ("named", "advice"),
    [
        ("ovh", "If you mean ‘ovhcloud’: mkdocs-privacy add processor ovhcloud."),
        ("caméra", "If you mean ‘camera-surveillance’: mkdocs-privacy add activity camera-surv"),
        ("mutualités", "If you mean ‘health-insurers’: mkdocs-privacy add processor health-insur"),
        ("agenda", 'Look for what you mean: mkdocs-privacy catalogue search "agenda". If it '),
        ("paymentsite", "If it receives personal data, describe it: "),  # no ‘payments’
        ("passeport", "If you mean ‘guest-registration’: mkdocs-privacy add activity guest-reg"),
    ],
)
def test_what_people_call_an_entry_leads_to_it(named: str, advice: str, tmp_path: Path) -> None:
    result = run("init", tmp_path, *options(**{"with": f"{ANSWERS['with']},{named}"}))
    assert f"The catalogue has no ‘{named}’. {advice}" in result.stdout


def test_who_gives_care_is_asked_who_hears_of_patients_and_who_does_not_is_not(
    tmp_path: Path,
) -> None:
    patients = data_of(starter(kind="practice", **{"with": "patient-files"}))
    assert "(`care-providers`)?" in patients
    assert "(`health-insurers`)?" in patients
    assert "`care-providers`" not in data_of(starter(kind="practice", **{"with": "client-files"}))
    named = "patient-files,care-providers,health-insurers,ovhcloud"
    write(tmp_path, starter(kind="practice", **{"with": named}))
    center = center_of(tmp_path)
    receiving = {
        id: {one.id for one in activity.processors or ()}
        for id, activity in center.activities.items()
    }
    assert receiving["patient-files"] == {"care-providers"}
    assert receiving["invoices"] == {"health-insurers", "tax-authority-be"}  # no web host


def test_an_agency_says_who_gets_profiles_and_no_job_site_gets_what_others_said(
    tmp_path: Path,
) -> None:
    """An agency in Zwolle: its candidates are asked, and nobody is said to apply at its office."""
    write(tmp_path, starter(kind="staffing", country="NL", **{"with": USES["staffing"]}))
    center = center_of(tmp_path)
    receiving = {
        id: {one.id for one in activity.processors or ()}
        for id, activity in center.activities.items()
    }
    assert {"hirers", "carerix", "indeed"} <= receiving["work-placement"]
    assert receiving["references"] == receiving["candidate-ranking"] == {"carerix"}
    assert receiving["personnel"] == {"nmbrs", "pension-fund"}
    assert receiving["sick-leave"] == {"nmbrs", "occupational-health"}
    assert "applicants" not in center.audiences
    assert center.activities["personnel"].retention[1].period == "P5Y"  # the copies of documents
    numbers = [
        id for id, one in center.activities.items() if "national-number" in one.personal_data
    ]
    assert numbers == ["personnel"]


def test_job_sites_get_no_application_that_is_kept_for_later(tmp_path: Path) -> None:
    write(tmp_path, starter(kind="employer", **{"with": "indeed,recruitee,talent-pool"}))
    activities = center_of(tmp_path).activities
    assert {one.id for one in activities["talent-pool"].processors or ()} == {"recruitee"}
    assert "indeed" in {one.id for one in activities["job-applications"].processors or ()}


def test_a_name_that_only_looks_a_little_like_another_is_not_taken_for_it(tmp_path: Path) -> None:
    result = run("init", tmp_path, *options(**{"with": ANSWERS["with"] + ",AllUnited"}))
    assert "If you mean" not in result.stdout  # nothing of ‘salonized’
    assert 'mkdocs-privacy add processor --name "AllUnited"\n' in result.stdout


def test_the_address_is_the_same_whether_it_was_asked_or_not(tmp_path: Path) -> None:
    """The README says where to upload the site to."""
    assert run("init", tmp_path, *options(site_url=None)).exit_code == 0
    written = (tmp_path / "mkdocs.yml").read_text("utf-8")
    assert "\nsite_url: https://www.tuimelkous.example/privacy/\n" in written
    assert "CHECK: is this the address" in written


def test_a_club_has_its_members_in_what_it_uses_for_them(tmp_path: Path) -> None:
    """A recipient that is there for members receives what is done with members."""
    uses = "sportlink,mollie,whatsapp-groups,matches,lessons,group-chats"
    result = run("init", tmp_path, *options(kind="association", **{"with": uses}))
    assert "unused-recipient" not in result.stdout
    center = load_center(tmp_path / "privacy", ["nl", "fr", "en"]).center
    assert center
    receiving = {
        id: {one.id for one in activity.processors or ()}
        for id, activity in center.activities.items()
    }
    assert receiving["membership"] == {"sportlink", "mollie"}
    assert receiving["lessons"] == receiving["matches"] == {"sportlink"}
    assert receiving["group-chats"] == {"whatsapp-groups"}


def test_people_that_are_named_lead_to_the_activities_about_them(tmp_path: Path) -> None:
    result = run("init", tmp_path, *options(**{"with": ANSWERS["with"] + ",employees"}))
    assert (
        "These are people, whose data an activity uses: mkdocs-privacy add activity "
        "personnel or mkdocs-privacy add activity sick-leave\n"
    ) in result.stdout


@pytest.mark.parametrize(
    ("folder", "command"),
    [
        ("centre privé; reboot", "cd 'centre privé; reboot' && mkdocs serve\n"),
        ("$HOME", "cd '$HOME' && mkdocs serve\n"),
        ("plain", "cd plain && mkdocs serve\n"),
        ("-dash", "cd ./-dash && mkdocs serve\n"),
    ],
)
def test_the_commands_that_follow_are_read_by_a_shell_as_they_are(
    folder: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("init", *options(**{"with": "a$(b)"}), "--", folder)
    assert result.exit_code == 0
    assert result.stdout.count(command) == 1
    assert "mkdocs-privacy add processor --name 'a$(b)'\n" in result.stdout


def test_all_that_the_catalogue_has_makes_a_shop_without_errors(tmp_path: Path) -> None:
    catalogue = shipped_catalogue()
    everything = [*catalogue.processors, *catalogue.cookies]
    write(tmp_path, starter(**{"with": ",".join(everything)}))
    loaded = load_center(tmp_path / "privacy", LANGUAGES)
    assert loaded.center, loaded.findings
    assert {one.severity for one in loaded.findings} <= {Severity.INFO}
    assert {*catalogue.processors} <= {*(loaded.center.processors or {})}


def test_a_shell_completes_kinds_and_the_last_name_of_a_list() -> None:
    command = main.get_command(Context(main), "init")
    assert command

    def completed(name: str, typed: str) -> list[str]:
        [option] = [one for one in command.params if one.name == name]
        return [one.value for one in option.shell_complete(Context(command), typed)]

    assert completed("with", "mollie,woocommerce-o") == ["mollie,woocommerce-order-attribution"]
    assert completed("with", "Order attr") == ["woocommerce-order-attribution"]
    assert completed("kind", "w") == ["webshop"]
    assert completed("name", "w") == []


# --------------------------------------------------------------------------- what is left open

LEFT = {
    **dict.fromkeys(("legal_name", "street", "postal_code", "city", "company_number")),
    **dict.fromkeys(("site_url", "data_protection_officer", "with")),
}
"""The answers that somebody may not have at hand."""


@pytest.fixture
def open_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the least was answered; what `init` said."""
    monkeypatch.chdir(tmp_path)
    result = run("init", *options(languages="nl", **LEFT))
    assert result.exit_code == 0
    return result.stdout


TO_DO = """\
mkdocs.yml:3: warning: to decide: is this the address at which the privacy center will be \
published? [left-to-decide]
privacy/center.yml:9: warning: organisation.legal_name: ‘[legal name]’ is still to be filled in: \
readers see it as it is [placeholder-left]
privacy/center.yml:10: warning: organisation.registration.number: ‘[company number]’ is still to \
be filled in: readers see it as it is [placeholder-left]
privacy/center.yml:12: warning: organisation.address.street: ‘[street and number]’ is still to be \
filled in: readers see it as it is [placeholder-left]
privacy/center.yml:13: warning: organisation.address.postal_code: ‘[0000]’ is still to be filled \
in: readers see it as it is [placeholder-left]
privacy/center.yml:14: warning: organisation.address.city: ‘[town]’ is still to be filled in: \
readers see it as it is [placeholder-left]
privacy/center.yml:18: warning: to decide: do you have a data protection officer? [left-to-decide]
privacy/center.yml:59: warning: to decide: who hosts your website? [left-to-decide]
privacy/center.yml:60: warning: to decide: who handles your e-mail? [left-to-decide]
privacy/center.yml:61: warning: to decide: who handles the payments? [left-to-decide]
privacy/center.yml:62: warning: to decide: who delivers the orders? [left-to-decide]
privacy/center.yml:65: warning: to decide: what does your website store on the devices of its \
visitors? [left-to-decide]
"""


def test_what_is_left_open_is_listed_with_file_and_line(open_site: str) -> None:
    assert f"Still to do, before you can release it:\n{TO_DO}\n" in open_site
    checked = run("check")
    assert checked.exit_code == 0
    told = {re.sub(r"^(\S+:\d+):\d+:", r"\1:", line) for line in checked.stdout.splitlines()}
    assert set(TO_DO.splitlines()) <= told


def test_what_is_left_open_stops_a_strict_build_and_no_other(
    open_site: str, tmp_path: Path
) -> None:
    strict = build_site(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert strict.returncode == 1
    told = re.findall(r"(?:privacy/center|mkdocs)\.yml:\d+: .*", strict.stderr)
    assert [re.sub(r"^.*?(?=(privacy/|mkdocs\.yml))", "", one) for one in told] == (
        TO_DO.splitlines()
    )
    loose = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert loose.returncode == 0
    assert "[legal name]" in (tmp_path / "site/contact/index.html").read_text("utf-8")


def test_what_is_left_open_stops_a_release(open_site: str, tmp_path: Path) -> None:
    refused = run("release", "--effective", "2099-01-01")
    assert refused.exit_code == 1
    assert refused.stderr == (
        "17 infos: `mkdocs-privacy check` lists them\n"
        "Error: nothing was released, because a release cannot be changed: fill in and decide "
        f"this first:\n{TO_DO}"
    )
    assert not (tmp_path / "privacy/releases").exists()


def test_who_ignores_the_two_rules_releases_all_the_same(open_site: str, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    ignored = "{ignore: [left-to-decide], severity: {placeholder-left: info}}"
    config.write_text(
        config.read_text("utf-8").replace(
            "    data_dir: privacy\n", f"    data_dir: privacy\n    findings: {ignored}\n"
        ),
        "utf-8",
    )
    assert run("release", "--effective", "2099-01-01").exit_code == 0


def test_what_is_to_be_decided_is_one_line_that_can_be_deleted() -> None:
    for kind in organisation_kinds():
        data = data_of(starter(kind=kind, country="DE", **LEFT))
        marks = [line for line in data.splitlines() if "CHECK:" in line]
        assert marks
        assert all(re.fullmatch(r" *# CHECK: [^?]*\?( .*)?", line) for line in marks)


def test_in_germany_the_authority_is_left_open_until_it_is_named() -> None:
    assert "# CHECK: which of the authorities of your country" in data_of(starter(country="DE"))
    named = data_of(starter(country="DE", authority="de-by"))
    assert "  supervisory_authority: {use: DE-BY}\n" in named


@pytest.mark.parametrize(
    ("named", "fields"),
    [
        (
            "newsletter,group-chats,photographs",
            {
                "without": ["visitors", "cookies-identifiers"],
                "also": {"audiences": ["members", "parents", "participants"]},
            },
        ),
        ("google-analytics,lessons", {"without": ["subscribers", "email"]}),
        ("group-chats", None),
    ],
)
def test_the_proof_of_consent_is_about_everybody_who_is_asked_for_it(
    named: str, fields: dict[str, object] | None
) -> None:
    activities = yaml.safe_load(data_of(starter(kind="association", **{"with": named})))[
        "activities"
    ]
    told = activities.get("consent-choices")
    assert told == (fields and {"use": "consent-choices", **fields})


def test_nothing_stored_is_said_where_somebody_says_so() -> None:
    assert "\ncookies: {}\n" in data_of(starter(no_cookies=True, **{"with": "combell"}))


def test_what_a_recipient_may_not_do_for_everybody_is_said_beside_it() -> None:
    data = data_of(starter(**{"with": "combell,mollie"}))
    assert "  combell: {use: combell} # for email too; if not, add `also: []`\n" in data
    assert "  mollie: {use: mollie}\n" in data


@pytest.mark.parametrize("service", ["brevo", "mailjet"])
def test_who_sends_the_newsletter_sends_no_other_mail_unless_somebody_says_so(
    service: str, tmp_path: Path
) -> None:
    named = f"combell,{service},job-applications"
    files = starter(**{"with": named})
    assert f"  {service}: {{use: {service}}}\n" in data_of(files)
    write(tmp_path, files)
    assert _activities_with(center_of(tmp_path), service) == ["newsletter", "consent-choices"]
    told = f"{{use: {service}, also: [{{category: email, role: processor}}]}}"
    data = data_of(files).replace(f"{{use: {service}}}", told)
    write(tmp_path, {**files, PurePosixPath("privacy/center.yml"): data})
    assert {"orders", "job-applications"} < {*_activities_with(center_of(tmp_path), service)}


def _activities_with(center: PrivacyCenter, recipient: str) -> list[str]:
    return [
        id
        for id, activity in center.activities.items()
        if recipient in {one.id for one in activity.processors or ()}
    ]


def test_who_is_in_no_register_has_no_number_in_it() -> None:
    assert "registration" not in data_of(starter(company_number="none"))


@pytest.mark.parametrize(
    ("country", "code"),
    [("BE", "0000"), ("LU", "0000"), ("NL", "0000 AA"), ("FR", "00000"), ("DE", "00000")],
)
def test_the_postal_code_to_fill_in_looks_like_those_of_the_country(
    country: str, code: str
) -> None:
    data = yaml.safe_load(data_of(starter(country=country, postal_code=None)))
    assert data["organisation"]["address"]["postal_code"] == f"[{code}]"


# ------------------------------------------------------------------------- without a terminal


def test_without_a_terminal_every_option_that_is_needed_is_named_at_once(tmp_path: Path) -> None:
    site = tmp_path / "site"
    result = run("init", site, "--country", "BE")
    assert result.exit_code == 2
    missing = re.findall(r"--(\w+) is missing", result.stderr)
    assert missing == ["kind", "name", "website", "email", "languages"]
    assert not site.exists()


def test_without_a_terminal_nothing_is_waited_for(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from mkdocs_privacy.cli import main; main()", "init"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_every_wrong_option_is_named_at_once(tmp_path: Path) -> None:
    wrong = options(
        kind="webshoppe",
        name=" ",
        country="Belgium",
        website="foo",
        site_url="bar",
        email="x@",
        data_protection_officer="nobody",
        authority="BE-1",
        languages="nl,dd,nl",
        form_of_address="rude",
    )
    result = run("init", tmp_path / "site", *wrong)
    assert result.exit_code == 2
    wrong_ones = re.findall(r"^  --([\w-]+): ", result.stderr, re.MULTILINE)
    assert wrong_ones == [
        *("kind", "name", "country", "website", "site-url", "email"),
        *("data-protection-officer", "authority", "languages", "form-of-address"),
    ]
    assert "there is no kind ‘webshoppe’ (did you mean ‘webshop’?): choose from" in result.stderr
    assert "did you mean ‘BE’?" in result.stderr
    assert "‘dd’" in result.stderr
    assert "‘nl’ is listed twice" in result.stderr
    assert "‘rude’ is not a form of address: write formal or informal" in result.stderr
    assert not (tmp_path / "site").exists()


def test_a_form_of_address_of_another_language_is_refused(tmp_path: Path) -> None:
    result = run("init", tmp_path, *options(languages="nl", form_of_address="fr=formal"))
    assert result.exit_code == 2
    assert "--form-of-address: ‘fr’ is not a language of this site" in result.stderr


def test_a_country_may_be_typed_in_small_letters() -> None:
    assert "country: NL\n" in data_of(starter(country="nl"))


def test_it_lists_what_is_there_already_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "privacy").mkdir()
    (tmp_path / "privacy/center.yml").write_text("mine", "utf-8")
    (tmp_path / ".gitignore").symlink_to(tmp_path / "nowhere")
    (tmp_path / "docs").write_text("a file where a folder is needed", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    result = run("init", tmp_path, *options())
    assert result.exit_code == 1
    for name in (".gitignore", "docs", "privacy/center.yml"):
        assert f"  {tmp_path / name}\n" in result.stderr
    assert "mkdocs.yml" not in result.stderr
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "privacy/center.yml").read_text("utf-8") == "mine"


def test_who_was_interrupted_runs_it_again(tmp_path: Path) -> None:
    files, change, is_killed = starter(), 0, True
    while is_killed:
        change += 3  # a folder, a file beside and its name
        site = tmp_path / str(change)
        is_killed = is_killed_at(change, lambda to=site: run("init", to, *options()))
        there = [path for path in files if (site / path).exists()]
        again = run("init", site, *options())
        assert again.exit_code == (0 if is_killed else 1)
        assert all((site / path).read_text("utf-8") == words for path, words in files.items())
        for path in files:
            is_written_now = is_killed and path not in there
            assert (f"wrote {site / path}\n" in again.stdout) is is_written_now
    assert change > 3 * 5


def test_it_tells_where_to_go_on(tmp_path: Path) -> None:
    said = run("init", tmp_path / "new", *options()).stdout
    written = [path for path in (tmp_path / "new").rglob("*") if path.is_file()]
    assert all(f"wrote {path}\n" in said for path in written)
    assert "`mkdocs-privacy add cookies ID`: woocommerce-order-attribution\n" in said
    assert "mkdocs serve" in said
    assert "mkdocs-privacy check" in said


# --------------------------------------------------------------------------------- on a terminal


class Terminal:
    """A person at a terminal."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = ["-c", "from mkdocs_privacy.cli import main; main()", "init", *arguments]
        self.child = pexpect.spawn(
            sys.executable,
            command,
            cwd=str(folder),
            env={**ENVIRONMENT, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"},
            dimensions=(60, 200),
            encoding="utf-8",
            timeout=PATIENCE,
        )

    def sees(self, words: str) -> None:
        self.child.expect_exact(words)

    def types(self, keys: str) -> None:
        self.child.send(keys)

    def answers(self, question: str, answer: str) -> None:
        self.sees(question)
        self.types(f"{answer}\r")

    def ends(self) -> tuple[str, int]:
        """What was said last, and the exit code."""
        said = self.child.read()
        self.child.close()
        return said, self.child.exitstatus


def test_a_person_is_asked_until_each_answer_is_right(tmp_path: Path) -> None:
    person = Terminal(tmp_path, "new")
    person.answers("Kind of organisation", "")
    person.answers("Name, as visitors know it", "Tuimelkous")
    person.answers("Legal name", "Tuimelkous BV")
    person.answers("Country, in two letters", "Belgium")
    person.sees("did you mean ‘BE’?")
    person.types("\x15BE\r")  # Ctrl-U empties the line
    person.answers("Street and number", "Duikelaarstraat 7")
    person.answers("Postal code", "2580")
    person.answers("Town or city", "")
    person.answers("Number in the company register", "none")
    person.answers("Website", "https://www.tuimelkous.example")
    person.answers("Address at which", "")
    person.answers("E-mail address for questions", "hallo@tuimelkous.example")
    person.answers("data protection officer", "none")
    person.answers("Languages of the pages", "nl,en")
    person.answers("How the pages address readers", "\x15informal")
    person.sees("What else is true of you?")
    person.types(" \r")  # the first of them: customers can log in
    person.sees("What you use")
    person.types("combe")
    person.sees("Combell")  # in the menu below the line
    person.types("\t")
    person.sees("combell")
    person.types(",mollie,bpost,wordpress\r")
    said, code = person.ends()
    assert code == 0, said
    assert "organisation.address.city: ‘[town]’ is still to be filled in" in said
    config = yaml.safe_load((tmp_path / "new/mkdocs.yml").read_text("utf-8"))
    assert config["site_url"] == "https://www.tuimelkous.example/privacy/"
    assert config["plugins"]["privacy-center"]["form_of_address"] == {"nl": "informal"}
    data = yaml.safe_load((tmp_path / "new/privacy/center.yml").read_text("utf-8"))
    assert list(data["processors"]) == ["combell", "mollie", "bpost", "tax-authority-be"]
    assert list(data["cookies"]) == ["wordpress"]
    assert "account" in data["activities"]
    assert data["organisation"]["address"]["country"] == "BE"


def test_a_person_is_asked_only_what_the_options_do_not_say(tmp_path: Path) -> None:
    person = Terminal(tmp_path, *options(email=None))
    person.answers("E-mail address for questions", "")
    person.sees("an answer is needed")
    person.types("hallo@tuimelkous.example\r")
    person.answers("How the pages address readers", "")
    said, code = person.ends()
    assert code == 0, said
    assert center_of(tmp_path).organisation.contact.email == "hallo@tuimelkous.example"


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_who_breaks_off_leaves_nothing_behind(tmp_path: Path, key: str) -> None:
    person = Terminal(tmp_path, "new", *options(email=None))
    person.sees("E-mail address for questions")
    person.types(key)
    said, code = person.ends()
    assert code == 1
    assert "Aborted!" in said
    assert "Traceback" not in said
    assert not list(tmp_path.iterdir())
