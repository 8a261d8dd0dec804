"""`mkdocs-privacy add`: lines go into the data files, and nothing else in them changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import EXAMPLES, write_config
from click.testing import CliRunner, Result
from starting import starter
from worlds import SMALL_CENTER, write_files

from mkdocs_privacy.catalogue import shipped_catalogue
from mkdocs_privacy.cli import main
from mkdocs_privacy.cli.answered import without_answered
from mkdocs_privacy.cli.opening import open_site
from mkdocs_privacy.cli.shipped_kinds import ADDED_KINDS, AddedKind, find_entry
from mkdocs_privacy.yaml_addition import CannotAdd, NewEntry, add_entry

SHOP = """\
# our shop
organisation:
    name: "Tuimelkous" # as everybody says
    address: {city: Putte,   country: BE}
    website: https://www.tuimelkous.example
    contact: {email: hallo@tuimelkous.example}

processors:
    bpost: {use: bpost}
    # dhl: {use: dhl-belgium}

activities:
    delivery: {use: delivery}
"""


def site(folder: Path, files: dict[str, str] | None = None, **options: object) -> Path:
    """A site with the data in these files, or in one file."""
    for name, words in (files or {"privacy/shop.yml": SHOP}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(words.encode())
    return write_config(folder, **options)


def add(folder: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["add", *words, "-f", str(folder / "mkdocs.yml")])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_an_entry_stands_below_the_others_and_is_written_as_they_are(tmp_path: Path) -> None:
    site(tmp_path)
    result = add(tmp_path, "processor", "dpd-belgium")
    file = tmp_path / "privacy" / "shop.yml"
    assert file.read_text("utf-8") == SHOP.replace(
        "    # dhl: {use: dhl-belgium}\n",
        "    # dhl: {use: dhl-belgium}\n    dpd-belgium: {use: dpd-belgium}\n",
    )
    assert result.exit_code == 0
    lines = result.stdout.replace(f"{tmp_path.as_posix()}/", "").splitlines()
    assert lines[:4] == [
        "added processors.dpd-belgium to privacy/shop.yml:11",
        "It receives data in the activity delivery.",
        "",
        "What it needs now:",
    ]
    assert [line.rpartition("[")[2] for line in lines[4:]] == [
        "whereabouts-unstated]",
        "unverified-facts]",
    ]


def test_what_a_recipient_may_not_do_for_everybody_is_said(tmp_path: Path) -> None:
    site(tmp_path)
    lines = add(tmp_path, "processor", "antagonist").stdout.splitlines()
    assert "It is taken for email too. If you do not use that, add `also: []`." in lines


def test_what_comes_with_an_activity_is_said(tmp_path: Path) -> None:
    site(tmp_path)
    told = add(tmp_path, "activity", "loyalty").stdout.splitlines()
    assert told[1:3] == [
        "It brings the kinds of personal data order, loyalty.",
        "Another legal basis may fit: consent, with `withdraw`, for offers chosen from what "
        "somebody bought. Make that an activity of its own, with `profiling`.",
    ]


def test_an_entry_that_another_one_takes_already_is_told(tmp_path: Path) -> None:
    site(tmp_path)
    result = add(tmp_path, "activity", "delivery", "--as", "bringing")
    assert result.exit_code == 0
    assert result.stdout.replace(f"{tmp_path.as_posix()}/", "").splitlines()[1] == (
        "‘delivery’ is there already as activities.delivery (privacy/shop.yml:13): keep both only "
        "if they differ, and write in each how"
    )
    again = add(tmp_path, "activity", "delivery", "--as", "bringing")
    assert "nothing was changed" in again.stdout
    assert "keep both" not in again.stdout


def test_a_cookie_service_brings_its_recipient_and_what_visitors_must_be_asked(
    tmp_path: Path,
) -> None:
    site(tmp_path)
    result = add(tmp_path, "cookies", "google-analytics-4")
    assert result.stdout.splitlines()[1] == "It brings the recipient google-analytics."
    for rule in ("unused-recipient", "no-consent-choice"):
        assert f"[{rule}]" in result.stdout


def test_a_finding_that_an_entry_settles_is_said(tmp_path: Path) -> None:
    files = {
        "privacy/shop.yml": SHOP.replace("{use: delivery}", "{use: delivery, processors: [dpd]}")
    }
    site(tmp_path, files)
    result = add(tmp_path, "processor", "dpd-belgium", "--as", "dpd")
    assert result.exit_code == 0
    assert "This settles:" in result.stdout
    assert "unknown-id" in result.stdout
    assert "dpd: {use: dpd-belgium}" in (tmp_path / "privacy/shop.yml").read_text("utf-8")


@pytest.mark.parametrize("called", ["dpd", "DPD"])
def test_of_a_carrier_that_of_your_country_is_meant(called: str, tmp_path: Path) -> None:
    site(tmp_path)
    assert "added processors.dpd-belgium to " in add(tmp_path, "processor", called).stdout


def test_a_name_that_several_have_in_your_country_is_asked_for(tmp_path: Path) -> None:
    site(tmp_path, {"privacy/shop.yml": SHOP.replace("country: BE", "country: IE")})
    result = add(tmp_path, "processor", "microsoft")
    assert result.exit_code == 2
    assert "‘microsoft’ may be several: microsoft-365, microsoft-advertising, " in result.stderr


@pytest.mark.parametrize(
    ("named", "advice"),
    [
        ("mollie", "`processors:`: add it with `mkdocs-privacy add processor mollie` "),
        (
            "dhl",
            "`processors:`: write ‘dhl-belgium’ here, and add it with `mkdocs-privacy add "
            "processor dhl-belgium` ",
        ),
        ("nobody", "`processors:` ["),
    ],
)
def test_a_recipient_that_only_the_catalogue_has_is_told_with_its_command(
    named: str, advice: str, tmp_path: Path
) -> None:
    data = SHOP.replace("{use: delivery}", f"{{use: delivery, processors: [bpost, {named}]}}")
    site(tmp_path, {"privacy/shop.yml": data})
    [finding] = [str(one) for one in open_site(tmp_path / "mkdocs.yml").loaded.findings]
    assert f"there is no ‘{named}’ under {advice}" in finding


def test_a_recipient_of_the_data_under_a_longer_id_is_suggested(tmp_path: Path) -> None:
    data = SHOP.replace("{use: delivery}", "{use: delivery, processors: [dhl]}")
    data = data.replace("# dhl: {use: dhl-belgium}", "dhl-belgium: {use: dhl-belgium}")
    site(tmp_path, {"privacy/shop.yml": data})
    [finding] = [str(one) for one in open_site(tmp_path / "mkdocs.yml").loaded.findings]
    assert "under `processors:` (did you mean ‘dhl-belgium’?) [" in finding


ASKED = """\
processors:
  bpost: {use: bpost}
  # CHECK: who hosts your website?
  # CHECK: who handles the payments?
  # CHECK: what is ‘combel’, which the catalogue does not have?
  # CHECK: what is ‘Bakkerij ICT’, which the catalogue does not have?
"""


@pytest.mark.parametrize(
    ("words", "answered"),
    [
        (("combell",), {2, 4}),
        (("mollie",), {3}),
        (("brevo",), set()),
        (("--name", "Bakkerij ICT"), {5}),
        (("--name", "bakkerij ict"), {5}),
    ],
)
def test_a_question_of_init_goes_where_an_entry_answers_it(
    words: tuple[str, ...], answered: set[int], tmp_path: Path
) -> None:
    files = {**SMALL_CENTER, "privacy/processors.yml": ASKED.replace("\n", "\r\n")}
    site(tmp_path, files)
    assert add(tmp_path, "processor", *words).exit_code == 0
    written = (tmp_path / "privacy/processors.yml").read_bytes().decode()
    left = [line for line in ASKED.splitlines() if f"{line}\r\n" in written]
    asked = {number for number, line in enumerate(ASKED.splitlines()) if line not in left}
    assert asked == answered


COMMENTED = """\
activities:
  delivery: {use: delivery}
  # Remove the `# ` before what you do as well.
  # backups: {use: backups, without: [order]} # you make copies
  # newsletter: {use: newsletter} # people can subscribe
  # CHECK: what else?

processors:
  bpost: {use: bpost}
  # dhl: {use: dhl-belgium}
cookies:
  # matomo: {use: matomo}
  hotjar: {use: hotjar}

# How you protect the data: remove the `# ` from the first line, and before what is true of you.
# measures:
#   tls: {use: tls}
#   backups: {use: backups}
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("words", "gone", "came"),
    [
        (
            "activity backups",
            "  # backups: {use: backups, without: [order]} # you make copies\n",
            "  # CHECK: what else?\n  backups: {use: backups, without: [order]}\n",
        ),
        (
            "activity newsletter --as letter",
            "  # newsletter: {use: newsletter} # people can subscribe\n",
            "  # CHECK: what else?\n  letter: {use: newsletter}\n",
        ),
        (
            "processor dhl-belgium",
            "  # dhl: {use: dhl-belgium}\n",
            "  bpost: {use: bpost}\n  dhl-belgium: {use: dhl-belgium}\n",
        ),
        (
            "cookies matomo",
            "  # matomo: {use: matomo}\n",
            "  hotjar: {use: hotjar}\n  matomo: {use: matomo}\n",
        ),
        (
            "measure backups",
            "# measures:\n#   tls: {use: tls}\n#   backups: {use: backups}\n",
            "measures:\n  backups: {use: backups}\n#   tls: {use: tls}\n",
        ),
        (
            "activity gifts",
            "",
            "  # CHECK: what else?\n  gifts: {use: gifts}\n",
        ),
    ],
)
def test_an_entry_that_was_commented_out_takes_the_place_of_its_comment(
    words: str, gone: str, came: str, newline: str, tmp_path: Path
) -> None:
    data = SHOP.partition("processors:")[0].replace("    ", "  ") + COMMENTED
    site(tmp_path, {"privacy/shop.yml": data.replace("\n", newline)})
    result = add(tmp_path, *words.split())
    assert result.exit_code == 0, result.output
    file = (tmp_path / "privacy" / "shop.yml").read_bytes().decode()
    left = data.replace(gone, "MEASURES" if "measures" in gone else "")
    before = came.splitlines(keepends=True)[0]
    wanted = left.replace("MEASURES", came) if "MEASURES" in left else left.replace(before, came)
    assert file == wanted.replace("\n", newline)


def test_an_entry_of_another_section_stays_commented_out(tmp_path: Path) -> None:
    measures = SHOP + "measures:\n    # backups: {use: backups}\n    tls: {use: tls}\n"
    site(tmp_path, {"privacy/shop.yml": measures})
    add(tmp_path, "activity", "backups")
    assert "    # backups: {use: backups}\n" in (tmp_path / "privacy" / "shop.yml").read_text()


def test_a_question_about_patients_goes_with_the_recipient_that_answers_it() -> None:
    asked = "who else treats your patients, and hears from you about them (`care-providers`)?"
    content = f"processors:\n  # CHECK: {asked}\n".encode()
    entry = NewEntry("care-providers", {"use": "care-providers"})
    left = without_answered(content, ("processors",), entry, shipped_catalogue())
    assert left == b"processors:\n"


def test_what_looks_like_a_question_inside_a_text_stays(tmp_path: Path) -> None:
    text = (
        "sections:\n  more:\n    title: More\n    body: |\n      # CHECK: who hosts your website?\n"
    )
    entry = NewEntry("combell", {"use": "combell"})
    content = text.encode()
    assert without_answered(content, ("processors",), entry, shipped_catalogue()) == content


@pytest.mark.parametrize(
    ("consent", "is_told"), [("banner", True), ("banner, service: own", False)]
)
def test_where_a_consent_tool_is_named_is_said(consent: str, is_told: bool, tmp_path: Path) -> None:
    own = "cookies: {own: {name: Own, category: necessary, purpose: asks}}\n"
    files = {**SMALL_CENTER, "privacy/more.yml": f"{own}consent: {{use: {consent}}}\n"}
    site(tmp_path, files)
    told = add(tmp_path, "cookies", "klaro").stdout
    line = "If it asks your visitors for their consent, add `service: klaro` under `consent`.\n"
    assert (line in told) is is_told


def test_a_dry_run_prints_a_diff_and_writes_nothing(tmp_path: Path) -> None:
    site(tmp_path)
    result = add(tmp_path, "processor", "dpd-belgium", "--as", "dpd", "--dry-run")
    assert (tmp_path / "privacy/shop.yml").read_text("utf-8") == SHOP
    assert result.stdout.splitlines()[2:] == [
        "@@ -8,6 +8,7 @@",
        " processors:",
        "     bpost: {use: bpost}",
        "     # dhl: {use: dhl-belgium}",
        "+    dpd: {use: dpd-belgium}",
        " ",
        " activities:",
        "     delivery: {use: delivery}",
    ]


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    site(tmp_path)
    result = add(tmp_path, "processor", "bpost")
    assert result.exit_code == 0
    assert "processors.bpost is there already, in " in result.stdout
    assert result.stdout.endswith("shop.yml:9: nothing was changed\n")
    assert (tmp_path / "privacy/shop.yml").read_text("utf-8") == SHOP


def test_another_entry_with_the_same_id_is_not_replaced(tmp_path: Path) -> None:
    site(tmp_path)
    result = add(tmp_path, "processor", "mollie", "--as", "bpost")
    assert result.exit_code == 1
    assert "processors.bpost is another entry already" in result.stderr
    assert "--as" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("processor", "molie"), "has no processor ‘molie’ (did you mean ‘mollie’?)"),
        (("processor", "google"), "‘google’ may be several: google-ads, google-analytics"),
        (
            ("processor", "newsletter"),
            "has no processor ‘newsletter’. It has `activity newsletter`",
        ),
        (("activity", "qqqq"), "has no activity ‘qqqq’"),
        (("procesor", "mollie"), "is no kind (did you mean ‘processor’?)"),
        (("processor",), "give either ENTRY, a name of the catalogue, or --name"),
        (("activity", "--name", "Feesten"), "more than a name must be decided"),
        (("processor", "mollie", "--as", "Mijn Mollie"), "--as: "),
    ],
)
def test_what_is_not_known_ends_with_2_and_says_what_is_near(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    site(tmp_path)
    result = add(tmp_path, *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert (tmp_path / "privacy/shop.yml").read_text("utf-8") == SHOP


@pytest.mark.parametrize(
    ("kind", "called", "id"),
    [
        ("processor", "Google Analytics", "google-analytics"),
        ("processors", "GOOGLE ANALYTICS", "google-analytics"),
        ("cookies", "Google Analytics", "google-analytics-4"),
        ("cookie", "google analytics 4", "google-analytics-4"),
        ("activity", "Nieuwsbrief", "newsletter"),
        ("activity", "Lettre d'information", "newsletter"),
        ("measure", "Encrypted connection", "tls"),
        ("section", "children", "children"),
        ("right", "Directives après la mort", "fr-after-death"),
    ],
)
def test_an_entry_is_found_by_what_it_is_called(
    kind: str, called: str, id: str, tmp_path: Path
) -> None:
    site(tmp_path)
    result = add(tmp_path, kind, called, "--dry-run")
    assert f"{id}: {{use: {id}}}" in result.stdout, result.stderr


def test_nothing_is_written_that_would_be_an_error(tmp_path: Path) -> None:
    plugin = {"privacy-center": {"findings": {"severity": {"unused-recipient": "error"}}}}
    site(tmp_path, plugins=["search", plugin])
    result = add(tmp_path, "processor", "mollie")
    assert result.exit_code == 1
    assert "nothing was written, because of what would be wrong then:" in result.stderr
    assert "shop.yml:11: error: processors.mollie: no activity names this" in result.stderr
    assert (tmp_path / "privacy/shop.yml").read_text("utf-8") == SHOP


def test_errors_that_were_there_before_do_not_stand_in_the_way(tmp_path: Path) -> None:
    site(tmp_path, {"privacy/shop.yml": SHOP.replace("country: BE", "country: XX")})
    result = add(tmp_path, "processor", "mollie")
    assert result.exit_code == 0
    assert "Your data still has 1 error: run `mkdocs-privacy check`" in result.stdout


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    site(tmp_path, {"privacy/shop.yml": "processors: {\n"})
    result = add(tmp_path, "processor", "mollie")
    assert result.exit_code == 1
    assert "this file cannot be read as YAML" in result.stderr
    assert (tmp_path / "privacy/shop.yml").read_text("utf-8") == "processors: {\n"


def test_without_a_data_folder_nothing_is_made(tmp_path: Path) -> None:
    write_config(tmp_path)
    result = add(tmp_path, "processor", "mollie")
    assert result.exit_code == 1
    assert "create it with `mkdocs-privacy init`" in result.stderr
    assert not (tmp_path / "privacy").exists()


def test_a_section_that_is_nowhere_gets_a_file_of_its_own_beside_the_others(tmp_path: Path) -> None:
    write_files(tmp_path, {})
    write_config(tmp_path)
    add(tmp_path, "cookies", "google-analytics-4")
    assert (tmp_path / "privacy/cookies.yml").read_text("utf-8") == (
        "cookies:\n  google-analytics-4: {use: google-analytics-4}\n"
    )
    for name, words in SMALL_CENTER.items():
        assert (tmp_path / name).read_text("utf-8") == words


def test_a_file_can_be_chosen_in_the_data_folder_only(tmp_path: Path) -> None:
    site(tmp_path)
    assert add(tmp_path, "processor", "mollie", "--file", "services.yml").exit_code == 0
    assert (tmp_path / "privacy/services.yml").read_text("utf-8") == (
        "processors:\n  mollie: {use: mollie}\n"
    )
    result = add(tmp_path, "processor", "stripe", "--file", str(tmp_path / "other.yml"))
    assert result.exit_code == 1
    assert "--file: name a .yml file in " in result.stderr
    assert not (tmp_path / "other.yml").exists()


def test_what_the_catalogue_does_not_know_begins_with_its_name(tmp_path: Path) -> None:
    site(tmp_path)
    result = add(tmp_path, "processor", "--name", "Bakkerij: ICT bv")
    written = (tmp_path / "privacy/shop.yml").read_text("utf-8")
    assert written == SHOP.replace(
        "    # dhl: {use: dhl-belgium}\n",
        "    # dhl: {use: dhl-belgium}\n"
        "    # CHECK: describe Bakkerij: ICT bv: category, role, country, website, and which "
        "personal_data it gets.\n"
        "    bakkerij-ict-bv:\n"
        "        name: 'Bakkerij: ICT bv'\n"
        "        category: other\n"
        "        service: {nl: '[wat deze ontvanger voor ons doet]'}\n",
    )
    for rule in ("unused-recipient", "role-unstated", "placeholder-left", "left-to-decide"):
        assert f"[{rule}]" in result.stdout


@pytest.mark.parametrize("kind", ["processor", "cookies", "audience"])
def test_each_kind_of_beginning_loads(kind: str, tmp_path: Path) -> None:
    site(tmp_path)
    assert add(tmp_path, kind, "--name", "Café “De Hoek” #1").exit_code == 0


FILES = {
    f"{path.parent.parent.name}/{path.name}": path.read_bytes()
    for path in sorted(EXAMPLES.glob("*/privacy/*.yml"))
} | {
    f"starter/{path.name}": words.encode()
    for path, words in starter(languages="nl,fr").items()
    if path.parent.name == "privacy" and path.suffix == ".yml"
}


@pytest.mark.parametrize("kind", ADDED_KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("name", FILES)
def test_every_other_byte_of_a_file_stays(name: str, kind: AddedKind) -> None:
    section = kind.section
    entry = NewEntry("something-new", {"use": "something-new"})
    for newline in (b"\n", b"\r\n"):
        before = FILES[name].replace(b"\n", newline)
        after = add_entry(before, section, entry)
        start = next(
            (at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
            len(before),
        )
        length = len(after) - len(before)
        inserted = [
            at
            for at in range(max(0, start - length), start + 1)
            if after[:at] + after[at + length :] == before
        ]
        assert inserted, "one piece went in"
        assert any(b"something-new" in after[at : at + length] for at in inserted)
        assert after.count(b"\n") == after.count(newline)


LAYOUTS = {
    "nothing": ("", "processors:\n  new: {use: new}\n"),
    "only a comment": ("# ours\n", "# ours\n\nprocessors:\n  new: {use: new}\n"),
    "no line feed at the end": ("a: 1", "a: 1\n\nprocessors:\n  new: {use: new}\n"),
    "an empty section": (
        "processors: # who\nb: 1\n",
        "processors: # who\n  new: {use: new}\nb: 1\n",
    ),
    "empty braces": ("processors: {} # who\n", "processors: # who\n  new: {use: new}\n"),
    "null": ("processors: null\n", "processors:\n  new: {use: new}\n"),
    "entries on one line": (
        "processors: {a: {use: a}} # who\n",
        "processors: {a: {use: a}, new: {use: new}} # who\n",
    ),
    "a comma at the end": (
        "processors: {\n  a: {use: a},\n}\n",
        "processors: {\n  a: {use: a}, new: {use: new},\n}\n",
    ),
    "a file in braces": ("{a: 1}", "{a: 1, processors: {new: {use: new}}}"),
    "entries apart, fields on lines": (
        "processors:\n    a:\n        use: a\n\n    # b\n    b:\n        use: b\n    # c\n\n"
        "# x\nx: 1\n",
        "processors:\n    a:\n        use: a\n\n    # b\n    b:\n        use: b\n    # c\n\n"
        "    new:\n        use: new\n\n# x\nx: 1\n",
    ),
    "a text of several lines at the end": (
        "processors:\n  a:\n    use: |\n      x\n\n# top\nb: 1\n",
        "processors:\n  a:\n    use: |\n      x\n  new:\n    use: new\n\n# top\nb: 1\n",
    ),
    "a text that keeps its empty lines": (
        "processors:\n  a:\n    use: |+\n      x\n\nb: 1\n",
        "processors:\n  a:\n    use: |+\n      x\n\n  new:\n    use: new\nb: 1\n",
    ),
    "a list at the end": (
        "processors:\n  a:\n    b:\n    - c\n    - d # e\nb: 1\n",
        "processors:\n  a:\n    b:\n    - c\n    - d # e\n  new:\n    use: new\nb: 1\n",
    ),
    "the end of a document": (
        "---\nprocessors:\n  a: {use: a}\n...\n",
        "---\nprocessors:\n  a: {use: a}\n  new: {use: new}\n...\n",
    ),
    "an alias": (
        "x: &x {use: a}\nprocessors:\n  a: *x\n",
        "x: &x {use: a}\nprocessors:\n  a: *x\n  new: {use: new}\n",
    ),
    "a mark of the byte order": ("\ufeffa: 1\n", "\ufeffa: 1\n\nprocessors:\n  new: {use: new}\n"),
    "quoted keys": (
        '"processors":\n  "a": {"use": "a"}\n',
        '"processors":\n  "a": {"use": "a"}\n  new: {use: new}\n',
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_keeps_its_ways(layout: str) -> None:
    before, after = LAYOUTS[layout]
    entry = NewEntry("new", {"use": "new"})
    assert add_entry(before.encode(), ["processors"], entry).decode() == after


@pytest.mark.parametrize(
    "content", ["processors: [a]\n", "processors: a\n", "x: &x {a: {use: a}}\nprocessors: *x\n"]
)
def test_where_no_line_can_go_in_nothing_does(content: str) -> None:
    with pytest.raises(CannotAdd):
        add_entry(content.encode(), ["processors"], NewEntry("new", {"use": "new"}))


def test_every_entry_of_the_catalogue_is_found_by_its_id() -> None:
    catalogue = shipped_catalogue()
    for kind in ADDED_KINDS:
        for id in kind.entries(catalogue):
            assert find_entry(kind, id, catalogue) == id


def test_a_section_that_stands_twice_in_a_file_gets_no_entry(tmp_path: Path) -> None:
    data = f"{SHOP}processors:\n    dpd: {{use: dpd-belgium}}\n"
    site(tmp_path, {"privacy/shop.yml": data})
    result = add(tmp_path, "processor", "mollie")
    assert result.exit_code == 1
    assert "nothing was written: nobody knows which of the two is meant:\n" in result.stderr
    assert (
        "shop.yml:14: error: processors: the key ‘processors’ occurs twice, first on line 8: "
        "keep one of the two [duplicate-key]"
    ) in result.stderr
    assert (tmp_path / "privacy/shop.yml").read_text("utf-8") == data
