# What to do with a checkout: `make site`, `make serve`, `make test`, `make lint`, `make docs`,
# `make scripts`, `make docs-site`, `make screenshot`, `make bench`, `make bench-record`,
# `make bench-history`, `make lighthouse`, `make mutate`,
# `make clean`. Everything is installed in .venv, with any Python from 3.11: `make site PYTHON=python3.13`.

PYTHON ?= python3

# Every path is relative: make cannot handle a target whose name holds a space.
VENV := .venv
RUN := $(VENV)/bin/python
# Two for each core, since tests wait for processes, browsers and servers.
PROCESSES := $(shell $(PYTHON) -c 'import os; print(2 * len(os.sched_getaffinity(0)))' 2>/dev/null || echo 4)
LIGHTHOUSE := bench/visits/node_modules/.package-lock.json
NPM_PACKAGES := tests/javascript/node_modules/.package-lock.json

# Material for MkDocs prints a banner about MkDocs 2 on every build; we stay below 2.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# With it, each of the hundreds of processes that the tests begin would compile the package again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.PHONY: site serve test lint docs scripts lighthouse docs-site screenshot bench bench-record bench-history mutate browser compiler clean

site: $(VENV)/installed
	$(RUN) -m mkdocs build --strict
	@echo "The site is in $(CURDIR)/site: open site/index.html, or run \`make serve\`."

serve: $(VENV)/installed
	$(RUN) -m mkdocs serve

test: $(VENV)/installed-for-tests $(NPM_PACKAGES) browser compiler
	$(RUN) -m pytest -n $(PROCESSES) --dist worksteal

lint: $(VENV)/installed-for-tests $(NPM_PACKAGES)
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports
	$(RUN) tests/node.py run --silent lint

docs: $(VENV)/installed
	$(RUN) docs/generate.py

scripts: $(VENV)/installed-for-tests $(NPM_PACKAGES)
	$(RUN) tests/joining.py

docs-site: $(VENV)/installed
	$(RUN) -m mkdocs build --strict --config-file docs-site.yml
	@echo "The documentation is in $(CURDIR)/site-docs: open site-docs/index.html in a web server."

screenshot: $(VENV)/installed-for-tests browser
	$(RUN) docs/screenshot.py

BENCH ?=
bench: $(VENV)/installed-for-tests
	$(RUN) -m bench $(BENCH)

bench-record: $(VENV)/installed-for-tests
	@$(RUN) -m bench.guard --record "$(REASON)"

bench-history: $(VENV)/installed-for-tests browser
	$(RUN) -m bench --history "$(NOTE)"

lighthouse: $(VENV)/installed-for-tests $(LIGHTHOUSE) browser
	$(RUN) -m bench.visits

MUTATE ?= --sample 250
mutate: $(VENV)/installed-for-tests
	$(RUN) tests/mutation.py $(MUTATE)

browser: $(VENV)/installed-for-tests
	@.ci/browser "$(RUN)"

compiler:
	@.ci/compiler

clean:
	rm -rf $(VENV) site site-docs dist tests/javascript/node_modules bench/visits/node_modules

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-for-tests: pyproject.toml | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/installed

$(NPM_PACKAGES): tests/javascript/package.json tests/javascript/package-lock.json | $(VENV)/installed-for-tests
	$(RUN) tests/node.py ci
	@touch $@

$(LIGHTHOUSE): bench/visits/package.json bench/visits/package-lock.json | $(VENV)/installed-for-tests
	$(RUN) tests/node.py --prefix ../../bench/visits ci
	@touch $@

$(VENV)/bin/python:
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "There is no $(PYTHON) here: install Python 3.11 or newer, or name it: make PYTHON=python3.13" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$(PYTHON) is $$("$(PYTHON)" -V 2>&1): Python 3.11 or newer is needed. Name one: make PYTHON=python3.13" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make a virtual environment: install its venv module (on Debian and Ubuntu: apt-get install python3-venv)" >&2; exit 1; }
	"$(PYTHON)" -m venv --clear $(VENV)
