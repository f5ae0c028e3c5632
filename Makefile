# Everything that one does with Meanwhile; `make run` and `make test` need Python 3.11+ and make.
PYTHON ?= python3
BIN = .venv/bin
READY = .venv/ready

LOCALES = $(wildcard domain/locales/*.po)

.PHONY: setup texts run test check web desktop icons bench faults fuzz screens browser

setup: $(READY) $(LOCALES:.po=.mo)

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[desk]' --group dev
	touch $(READY)

%.mo: %.po | $(READY)
	$(BIN)/python -m babel.messages.frontend --quiet compile -i $< -o $@

# Gathers the texts of the app into the catalogues; what is new in them waits to be translated.
texts: setup
	$(BIN)/python -m builds.texts

run: setup
	$(BIN)/python main.py --browser $(ARGS)

test: setup browser
	$(BIN)/python -m pytest tests/domain tests/storage -n auto --cov --cov-report=term
	$(BIN)/python -m pytest tests/views -n auto
	$(BIN)/python -m pytest tests/builds tests/browser

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --offline --quiet .github/workflows
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/builds.yml

# The app without a server, for any host of files, into build/web.
web: setup
	$(BIN)/python -m builds.web

# The app for a computer like this one, without Python on it, into build/desktop.
desktop: setup
	$(BIN)/python -m builds.desktop

# Icons and splash screens of all platforms, from one drawing.
icons: setup
	$(BIN)/python -m builds.drawing

bench: setup browser
	$(BIN)/python -m benchmarks $(ARGS)

faults: setup
	$(BIN)/python -m tests.storage.faults

# Atheris has no wheels for some machines, so that it is no part of the setup.
fuzz: setup
	$(BIN)/python -m pip install --quiet atheris
	$(BIN)/python -m tests.storage.exchange.fuzz -max_total_time=600

screens: setup browser
	$(BIN)/python -m tests.browser.screens

# Playwright's own Chromium, or the system's; installed where there is neither.
browser: setup
	$(BIN)/python -m tests.browser.chromium
