"""The report on a year of requests: its figures, its formats, and what of it may be published."""

from __future__ import annotations

import csv
import io
import json
import re
import stat
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from worlds import LANGUAGES, load_world, write_files

from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.requests.fragment import as_section
from mkdocs_privacy.localization import FormOfAddress, Localization, load_catalog
from mkdocs_privacy.localization.prose import render_prose
from mkdocs_privacy.model import RequestType
from mkdocs_privacy.requests import RightsRequest
from mkdocs_privacy.requests.extension import Extension, ExtensionReason
from mkdocs_privacy.requests.outcome import Decision, Ground, Outcome
from mkdocs_privacy.requests.request import Channel
from mkdocs_privacy.requests.store import (
    Figure,
    Hidden,
    Report,
    Signature,
    Store,
    StoredRequest,
    published_rows,
    published_total,
    purge,
    report_of,
)

TODAY = date(2026, 11, 22)
AN = Signature(datetime(2026, 11, 22, 12, tzinfo=UTC), "An")
MKDOCS = """\
site_name: Privacy
plugins:
  - i18n:
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: fr, name: Français}
        - {locale: en, name: English}
  - privacy-center: {}
"""


def a_figure(right: str = "access", days: int | None = 10, **others: object) -> Figure:
    figure = Figure(
        "2026-03",
        right,
        Channel.FORM,
        Outcome.GRANTED,
        None,
        days,
        is_extended=False,
        is_in_time=True,
    )
    return replace(figure, **others)  # type: ignore[arg-type]


def an_open_request(received: date, due: date, **others: object) -> StoredRequest:
    moment = datetime(received.year, received.month, received.day, 9, 30, tzinfo=UTC)
    fields = {"right": "erasure", "language": "nl", "email": "anna@example.be"}
    request = RightsRequest("7K3F-9QXZ-W2M4-6H8T", moment, due, fields)
    return StoredRequest(request, **others)  # type: ignore[arg-type]


# The figures


def test_a_year_is_counted_by_month_channel_right_and_ground() -> None:
    refused = a_figure(
        "erasure", 41, outcome=Outcome.REFUSED, ground=Ground.LEGAL_OBLIGATION, is_in_time=False
    )
    figures = Counter(
        {
            a_figure(): 2,
            a_figure(days=13, month="2026-12", channel=Channel.LETTER, is_extended=True): 1,
            refused: 1,
            a_figure(days=99, month="2025-12"): 5,
            a_figure(days=1, month="2027-01"): 5,
        }
    )
    longer = Extension(date(2026, 12, 31), ExtensionReason.COMPLEX, date(2026, 11, 1))
    still_open = [
        an_open_request(date(2026, 10, 1), date(2026, 11, 2)),
        an_open_request(date(2026, 10, 1), date(2026, 11, 2), extension=longer),
        an_open_request(date(2026, 11, 22), TODAY, channel=Channel.COUNTER),
        an_open_request(date(2025, 12, 31), date(2026, 2, 2)),
    ]
    report = report_of(2026, figures, still_open, TODAY)
    assert report.total.row() == {
        "received": 7,
        "granted": 3,
        "partly_granted": 0,
        "refused": 1,
        "nothing_found": 0,
        "withdrawn": 0,
        "passed_on": 0,
        "open": 3,
        "overdue": 1,
        "extended": 2,
        "late": 1,
        "median_days": 11.5,
        "longest_days": 41,
        "days_known": 4,
        "days_unknown": 0,
    }
    received = {month: summary.received for month, summary in report.by_month.items()}
    assert received == {
        **{f"2026-{month:02}": 0 for month in range(1, 13)},
        "2026-03": 3,
        "2026-10": 2,
        "2026-11": 1,
        "2026-12": 1,
    }
    assert {channel: summary.received for channel, summary in report.by_channel.items()} == {
        "form": 5,
        "letter": 1,
        "counter": 1,
    }
    assert {right: (one.received, one.open) for right, one in report.by_right.items()} == {
        "access": (3, 0),
        "erasure": (4, 3),
    }
    assert {ground: one.received for ground, one in report.by_ground.items()} == {
        "legal_obligation": 1
    }


def test_an_answer_of_which_an_older_version_did_not_count_the_days_is_left_out_of_the_median() -> (
    None
):
    figures = Counter({a_figure(days=None): 3, a_figure(days=8): 1, a_figure(days=9): 2})
    total = report_of(2026, figures, (), TODAY).total
    assert (total.median_days, total.longest_days) == (9.0, 9)
    assert (total.days_known, total.days_unknown) == (3, 3)


def test_a_median_that_leaves_answers_out_is_not_published() -> None:
    known = Counter({a_figure(days=8): 9})
    for figures, published in ((known, 8.0), (known + Counter({a_figure(days=None): 1}), None)):
        (row,) = published_rows(report_of(2026, figures, (), TODAY))
        assert row.median_days == published


def test_who_takes_a_request_back_gets_no_answer_that_could_be_fast_or_slow() -> None:
    figures = Counter({a_figure(days=1, outcome=Outcome.WITHDRAWN): 9, a_figure(days=20): 1})
    total = report_of(2026, figures, (), TODAY).total
    assert (total.received, total.median_days, total.days_known) == (10, 20.0, 1)


def test_a_year_without_requests_has_no_median() -> None:
    report = report_of(2026, Counter(), (), TODAY)
    assert (report.total.received, report.total.median_days, report.by_right) == (0, None, {})


def test_a_right_that_this_version_does_not_know_is_counted_at_the_end() -> None:
    figures = Counter({a_figure("teleportation"): 6, a_figure("erasure"): 6})
    report = report_of(2026, figures, (), TODAY)
    assert list(report.by_right) == ["erasure", "teleportation"]
    assert "| teleportation | 6 | 6 | 0 | 10 |" in section(report, "en")


# The command


def run(*arguments: str | Path) -> Result:
    """The command as typed."""
    result = CliRunner().invoke(main, ["requests", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(AN.at.timestamp())))
    write_files(tmp_path, {"mkdocs.yml": MKDOCS})


@pytest.fixture
def store(_in_a_folder_of_its_own: None, tmp_path: Path) -> Iterator[Store]:
    """Twelve who asked for access, six for erasure, three objected; one of them is forgotten."""
    with Store.open(tmp_path / "privacy-requests.db", create=True) as opened:
        received = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
        rights = ["access"] * 12 + ["erasure"] * 6 + ["objection"] * 3
        for number, right in enumerate(rights):
            fields = {"right": right, "language": "nl", "email": f"visitor-{number}@example.be"}
            reference = f"{number:04}-0000-0000-0000"
            day = received + timedelta(days=10 * number)
            due = day.date() + timedelta(days=30)
            channel = Channel.LETTER if number == 3 else Channel.FORM
            opened.add(RightsRequest(reference, day, due, fields), channel=channel)
            if number == 20:
                continue
            if number == 12:
                longer = Extension(due + timedelta(60), ExtensionReason.NUMBER, day.date())
                opened.extend(reference, longer, AN, by_mail=False)
            kept = (Ground.LEGAL_OBLIGATION, "Facturen.")
            decision = (
                Decision(Outcome.REFUSED, due, *kept)
                if number == 13
                else Decision(Outcome.PARTLY_GRANTED, due, *kept)
                if number in (14, 15)
                else Decision(Outcome.GRANTED, day.date() + timedelta(days=2 * number))
            )
            opened.close(reference, decision, AN)
        purge(opened, "P9M", TODAY)
        yield opened


TEXT = """\
Requests received in 2026, as they stood on 2026-11-22

21 received, 1 open (1 of them overdue), 1 extended, 4 closed late
from receipt to answer: median 19 days, longest 38 days

right      received  granted  partly granted  refused  nothing found  withdrawn  passed on  open
access     12        12       0               0        0              0          0          0
erasure    6         3        2               1        0              0          0          0
objection  3         2        0               0        0              0          0          1

right      median days  longest days  extended  late  overdue
access     11           22            0         0     0
erasure    30           34            1         2     0
objection  37           38            0         2     1

ground of refusal  requests
legal_obligation   3

channel  requests
form     20
letter   1

month of receipt  requests
2026-01           3
2026-02           3
2026-03           3
2026-04           3
2026-05           3
2026-06           3
2026-07           3
2026-08           0
2026-09           0
2026-10           0
2026-11           0
2026-12           0
"""


def test_a_person_reads_the_report_of_a_year_forgotten_requests_included(store: Store) -> None:
    assert len(store.requests()) == 1
    assert sum(store.figures.all().values()) > 0
    assert run("report", "--year", "2026").stdout == TEXT
    assert run("report", "--year", "2025").stdout.startswith(
        "Requests received in 2025, as they stood on 2026-11-22\n\n0 received, 0 open"
    )


@pytest.mark.usefixtures("store")
def test_a_spreadsheet_gets_a_row_for_each_group() -> None:
    rows = list(
        csv.DictReader(io.StringIO(run("report", "--year", "2026", "--format", "csv").stdout))
    )
    assert [(row["by"], row["name"]) for row in rows] == [
        ("year", "2026"),
        *(("month", f"2026-{month:02}") for month in range(1, 13)),
        *(("channel", name) for name in ("form", "letter")),
        *(("right", name) for name in ("access", "erasure", "objection")),
        ("ground", "legal_obligation"),
    ]
    assert rows[0] == {
        "by": "year",
        "name": "2026",
        "received": "21",
        "granted": "17",
        "partly_granted": "2",
        "refused": "1",
        "nothing_found": "0",
        "withdrawn": "0",
        "passed_on": "0",
        "open": "1",
        "overdue": "1",
        "extended": "1",
        "late": "4",
        "median_days": "19",
        "longest_days": "38",
        "days_known": "20",
        "days_unknown": "0",
    }


@pytest.mark.usefixtures("store")
def test_a_program_gets_every_figure_under_its_name() -> None:
    told = json.loads(run("report", "--year", "2026", "--format", "json").stdout)
    names = ["year", "today", "total", "by_month", "by_channel", "by_right", "by_ground"]
    assert list(told) == names
    assert (told["year"], told["today"]) == (2026, "2026-11-22")
    assert told["by_right"]["objection"] == {
        "received": 3,
        "granted": 2,
        "partly_granted": 0,
        "refused": 0,
        "nothing_found": 0,
        "withdrawn": 0,
        "passed_on": 0,
        "open": 1,
        "overdue": 1,
        "extended": 0,
        "late": 2,
        "median_days": 37.0,
        "longest_days": 38,
        "days_known": 2,
        "days_unknown": 0,
    }


PUBLISHED = {
    "nl": """\
---
title: "Verzoeken in 2026"
page: rights
---

In 2026 ontvingen wij ten minste 19 verzoeken over persoonsgegevens.

| Verzoek | Ontvangen | Ingewilligd | Geheel of gedeeltelijk geweigerd | Dagen tot het antwoord |
| --- | ---: | ---: | ---: | ---: |
| Recht van inzage | 12 | 12 | 0 | 11 |
| Recht op gegevenswissing (‘recht op vergetelheid’) | 6 | – | – | 30 |
| Recht van bezwaar | minder dan 5 | – | – | – |

Eventuele overige verzoeken werden ingetrokken of doorgestuurd naar een andere organisatie, gingen \
over gegevens die wij niet hebben, of zijn nog niet beantwoord.

Ten minste de helft van de antwoorden kwam binnen het vermelde aantal dagen (de mediaan).

Aantallen van 1 tot en met 4 tonen wij niet, om te voorkomen dat iemand te herkennen is. Een \
streepje staat waar zo’n aantal te berekenen zou zijn, of waar het aantal dagen op te weinig \
antwoorden of niet op alle antwoorden zou berusten.
""",
    "fr": """\
---
title: "Demandes reçues en 2026"
page: rights
---

En 2026, nous avons reçu au moins 19\u00a0demandes concernant des données à caractère personnel.

| Demande | Reçues | Acceptées | Refusées, en tout ou en partie | Délai de réponse (jours) |
| --- | ---: | ---: | ---: | ---: |
| Droit d’accès | 12 | 12 | 0 | 11 |
| Droit à l’effacement («\u202fdroit à l’oubli\u202f») | 6 | – | – | 30 |
| Droit d’opposition | moins de 5 | – | – | – |

Les autres demandes, s’il y en a, ont été retirées ou transmises à une autre organisation, \
concernaient des données que nous n’avons pas, ou sont encore sans réponse.

Le délai indiqué est la médiane\u00a0: au moins la moitié des réponses ont été données en autant \
de jours ou moins.

Les nombres de 1 à\u00a04 ne sont pas indiqués, afin que personne ne puisse être reconnu. Un tiret \
remplace un nombre qui permettrait d’en déduire un autre, ou un délai qui reposerait sur trop peu \
de réponses ou pas sur toutes.
""",
    "en": """\
---
title: "Requests in 2026"
page: rights
---

In 2026 we received at least 19 requests about personal data.

| Request | Received | Granted | Refused, in whole or in part | Days to answer |
| --- | ---: | ---: | ---: | ---: |
| Right of access | 12 | 12 | 0 | 11 |
| Right to erasure (‘right to be forgotten’) | 6 | – | – | 30 |
| Right to object | fewer than 5 | – | – | – |

Any other requests were withdrawn or passed on to another organisation, were about data that we do \
not have, or have not been answered yet.

At least half of the answers came within the number of days shown (the median).

Numbers from 1 to 4 are not shown, to keep people from being recognised. A dash stands where one \
could be worked out, or where the days would rest on too few answers or not on all of them.
""",
}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("language", PUBLISHED)
def test_an_organisation_may_publish_a_section_without_small_numbers(language: str) -> None:
    asked = ("report", "--year", "2026", "--format", "markdown")
    result = run(*asked, "--language", language)
    assert result.stdout == PUBLISHED[language]
    assert result.stderr == (
        "Warning: publish the figures of 2026 once, when the year is over and all its requests "
        "are closed: a comparison of two such sections can reveal the hidden numbers\n"
    )
    if language == "nl":
        assert run(*asked).stdout == result.stdout


def test_what_is_published_depends_on_no_day_and_a_finished_year_brings_no_warning(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("report", "--year", "2026", "--format", "markdown", "--language", "en")
    store.close("0020-0000-0000-0000", Decision(Outcome.WITHDRAWN, TODAY), AN)
    during = run(*asked)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2028, 2, 1, tzinfo=UTC).timestamp())))
    after = run(*asked)
    assert (after.stdout, after.stderr) == (during.stdout, "")


@pytest.mark.usefixtures("store")
def test_the_section_is_one_that_the_site_takes(tmp_path: Path) -> None:
    files = {
        f"privacy/sections/requests-2026.{language}.md": run(
            "report", "--year", "2026", "--format", "markdown", "--language", language
        ).stdout
        for language in LANGUAGES
    }
    loaded = load_world(tmp_path / "site", files)
    assert loaded.findings == ()
    assert loaded.center
    shown = loaded.center.sections["requests-2026"]
    assert shown.title.in_language("fr") == "Demandes reçues en 2026"
    html = render_prose(shown.body.in_language("en"))
    assert html.count("<tr>") == 4
    assert "<td>fewer than 5</td>" in html


def test_no_requests_are_a_sentence() -> None:
    assert section(report_of(2026, Counter(), (), TODAY), "fr") == (
        '---\ntitle: "Demandes reçues en 2026"\npage: rights\n---\n\n'
        "En 2026, nous n’avons reçu aucune demande concernant des données à caractère personnel.\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_asked_has_a_title(language: str) -> None:
    report = report_of(2026, Counter({a_figure(asked): 5 for asked in RequestType}), (), TODAY)
    written = section(report, language)
    assert written.count(" | 5 | 5 | 0 | 10 |") == len(RequestType)
    assert not any(f"| {asked} |" in written for asked in RequestType)


def test_large_and_half_numbers_are_written_as_in_the_language() -> None:
    figures = Counter({a_figure(days=10): 600, a_figure(days=11): 600})
    report = report_of(2026, figures, (), TODAY)
    assert "| Recht van inzage | 1.200 | 1.200 | 0 | 10,5 |" in section(report, "nl")
    assert "| Right of access | 1,200 | 1,200 | 0 | 10.5 |" in section(report, "en")


def test_words_of_the_sites_own_are_no_markup(tmp_path: Path) -> None:
    own = tmp_path / "en" / "LC_MESSAGES" / "privacy.po"
    own.parent.mkdir(parents=True)
    own.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "right.access.title"\nmsgstr "See | *your* data &amp; &lt;b&gt; [more](x) #1"\n'
    )
    words = Localization("en", load_catalog("en", FormOfAddress.FORMAL, tmp_path, tmp_path))
    written = as_section(report_of(2026, Counter({a_figure(): 6}), (), TODAY), words)
    html = render_prose(written.partition("page: rights\n---\n")[2])
    assert "<td>See | *your* data &amp; &lt;b&gt; [more](x) #1</td>" in html


@pytest.mark.usefixtures("store")
def test_a_report_is_written_to_a_file_that_is_not_there_yet() -> None:
    result = run("report", "--year", "2026", "--format", "csv", "--output", "2026.csv")
    assert result.stdout == "wrote 2026.csv: 21 requests\n"
    assert Path("2026.csv").read_bytes().startswith(b"\xef\xbb\xbfby,name,received,")
    assert stat.S_IMODE(Path("2026.csv").stat().st_mode) == 0o600
    again = run("report", "--year", "2026", "--format", "csv", "--output", "2026.csv")
    assert again.exit_code == 1
    assert again.stderr == (
        "Error: 2026.csv exists already: choose another name, or remove it first\n"
    )

    run("report", "--year", "2026", "--format", "markdown", "--output", "requests.nl.md")
    assert Path("requests.nl.md").read_text("utf-8") == PUBLISHED["nl"]
    assert stat.S_IMODE(Path("requests.nl.md").stat().st_mode) & 0o444 == 0o444


@pytest.mark.usefixtures("store")
def test_a_site_that_has_no_section_gets_the_folder_for_one() -> None:
    Path("privacy").mkdir(exist_ok=True)
    asked = ("report", "--year", "2026", "--format", "markdown", "--output")
    assert run(*asked, "privacy/sections/requests-2026.nl.md").exit_code == 0
    assert Path("privacy/sections/requests-2026.nl.md").read_text("utf-8") == PUBLISHED["nl"]
    assert run(*asked, "privcay/sections/requests-2026.nl.md").exit_code == 1


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ("--year 26", "26 is not in the range 2018<=x<=9999"),
        ("", "Missing option '--year'"),
        ("--year 2026 --language nl", "--language needs --format markdown"),
        ("--year 2026 --format markdown --language de", "this site has no language ‘de’"),
    ],
)
def test_what_cannot_be_reported_is_told(options: str, sentence: str) -> None:
    result = run("report", *options.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


@pytest.mark.usefixtures("store")
def test_a_section_needs_the_words_of_the_site() -> None:
    Path("mkdocs.yml").unlink()
    result = run("report", "--year", "2026", "--format", "markdown")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: mkdocs.yml: there is no such file: go to the folder of your mkdocs.yml, or name it "
        "with `-f`\n",
    )


# What is hidden stays hidden


def section(report: Report, language: str) -> str:
    return as_section(report, Localization(language, load_catalog(language)))


def figures_of(right: str, granted: int, refused: int, withdrawn: int) -> Counter[Figure]:
    ground = Ground.NOT_IDENTIFIED
    return +Counter(
        {
            a_figure(right): granted,
            a_figure(right, outcome=Outcome.REFUSED, ground=ground): (refused + 1) // 2,
            a_figure(right, outcome=Outcome.PARTLY_GRANTED, ground=ground): refused // 2,
            a_figure(right, outcome=Outcome.WITHDRAWN): withdrawn,
        }
    )


def test_who_knows_the_rules_cannot_compute_a_small_or_hidden_number() -> None:
    """All rights that look the same when published differ in each number that is hidden, and in
    each that is from 1 to 4; what was neither granted nor refused is one of those numbers."""
    alike = defaultdict(list)
    for received in range(1, 15):
        for granted, refused, withdrawn in product(range(received + 1), repeat=3):
            still_open = received - granted - refused - withdrawn
            if still_open < 0:
                continue
            figures = figures_of("erasure", granted, refused, withdrawn)
            waiting = [an_open_request(date(2026, 3, 1), date(2026, 4, 1))] * still_open
            (row,) = published_rows(report_of(2026, figures, waiting, TODAY))
            alike[row].append((received, granted, refused, withdrawn + still_open))
    assert len(alike) > 100
    for row, numbers in alike.items():
        cells = (row.received, row.granted, row.refused, None)
        for cell, values in zip(cells, map(set, zip(*numbers, strict=True)), strict=True):
            is_small = any(0 < value < 5 for value in values)
            if isinstance(cell, Hidden) or is_small:
                assert len(values) > 1, (row, numbers)


RIGHTS = ("access", "erasure", "restriction", "objection", "general")
A_RIGHT = st.tuples(*[st.one_of(st.integers(0, 7), st.integers(0, 30)) for _ in range(3)])


@given(st.lists(A_RIGHT, min_size=1, max_size=len(RIGHTS)))
def test_nobody_computes_a_hidden_number_from_the_table_and_its_total(
    numbers: list[tuple[int, int, int]],
) -> None:
    """Reads the section as anybody can, and tries every number that a hidden one could be."""
    figures: Counter[Figure] = Counter()
    for right, counts in zip(RIGHTS, numbers, strict=False):
        figures += figures_of(right, *counts)
    report = report_of(2026, figures, (), TODAY)
    written = section(report, "en")
    rows = [line.split("|")[2:5] for line in written.splitlines() if line.startswith("| ")][2:]
    known = [tuple(_possible(cell.strip()) for cell in row) for row in rows]
    total = re.search(r"we received (at least )?([\d,]+) request", written)
    if not rows:
        assert total is None
        return
    assert total
    stated = int(total[2].replace(",", ""))
    least, most = sum(min(row[0]) for row in known), sum(max(row[0]) for row in known)
    truth = list(report.by_right.values())
    for index, (received, granted, refused) in enumerate(known):
        # what the total leaves for this row, when each other row may be anything that it can be
        others = (least - min(received), most - max(received))
        fitting = [
            (r, g, f)
            for r, g, f in product(received, granted, refused)
            if g + f <= r
            and (total[1] is not None or others[0] <= stated - r <= others[1])
            and (total[1] is None or r + others[1] >= stated)
        ]
        true = truth[index]
        assert (true.received, true.granted, true.refused) in fitting
        for values, possible in zip(zip(*fitting, strict=True), known[index], strict=True):
            assert len(possible) == 1 or len(set(values)) > 1
        rests = {r - g - f for r, g, f in fitting}
        assert len(rests) > 1 or not 0 < rests.pop() < 5


def _possible(cell: str) -> range:
    """Every number that a cell of the table can stand for."""
    if cell == "fewer than 5":
        return range(1, 5)
    if cell == "–":
        return range(91)
    number = int(cell)
    assert number == 0 or number >= 5
    return range(number, number + 1)


def test_the_total_says_no_more_than_its_rows() -> None:
    figures = figures_of("access", 12, 0, 0) + figures_of("erasure", 3, 1, 0)
    rows = published_rows(report_of(2026, figures, (), TODAY))
    assert (published_total(rows).number, published_total(rows).is_exact) == (13, False)
    assert published_total(rows[:1]).is_exact


def test_the_words_of_the_section_address_nobody() -> None:
    for language in ("nl", "fr"):
        formal, informal = (
            Localization(language, load_catalog(language, form)) for form in FormOfAddress
        )
        report = report_of(2026, figures_of("access", 12, 7, 0), (), TODAY)
        assert as_section(report, formal) == as_section(report, informal)
