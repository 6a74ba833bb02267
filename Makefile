# Two commands do everything: `make run` opens the dashboard, `make test` runs every check.
#   make run DOCUMENTS=path/to/folder     builds the tables from your own documents first
#   make build DOCUMENTS=path/to/folder   only builds them

PYTHON ?= python3
DOCUMENTS ?=
PORT ?= 8501
BIN = .venv/bin

.PHONY: run build test check browser clean

run: .venv/installed
	@if [ -n "$(DOCUMENTS)" ] || [ ! -e data/built/current ]; then $(BIN)/python -m loaders build "$(or $(DOCUMENTS),data/documents)"; fi
	$(BIN)/python -m pages.server.start --port $(PORT)

build: .venv/installed
	$(BIN)/python -m loaders build "$(or $(DOCUMENTS),data/documents)"

test: .venv/tested browser
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest

# Finds a Chromium for the tests in the browser, or installs one; where neither works, those tests say what is missing.
browser: .venv/tested
	@$(BIN)/python tests/browser/find_chromium.py --install

.venv/installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/tested: .venv/installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv data/built static/*.js
