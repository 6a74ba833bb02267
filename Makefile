# Two commands do everything: `make run` opens the dashboard, `make test` runs every check.
#   make run DOCUMENTS=path/to/folder     builds the tables from your own documents first
#   make build DOCUMENTS=path/to/folder   only builds them

PYTHON ?= python3
DOCUMENTS ?=
PORT ?= 8501
BIN = .venv/bin

.PHONY: run build test browser lock clean

run: .venv/installed
	@if [ -n "$(DOCUMENTS)" ] || [ ! -e data/built/current ]; then $(BIN)/python -m loaders build "$(or $(DOCUMENTS),data/documents)"; fi
	$(BIN)/python -m pages.server.start --port $(PORT)

build: .venv/installed
	$(BIN)/python -m loaders build "$(or $(DOCUMENTS),data/documents)"

test: .venv/tested browser
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

# Finds a Chromium for the tests in the browser, or installs one; where neither works, those tests say what is missing.
browser: .venv/tested
	@$(BIN)/python tests/browser/find_chromium.py --install

.venv/installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/tested: .venv/installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# The newest versions within the bounds of requirements.txt, with the hashes of their files; the tests hold that both agree.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
lock: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK) --upgrade requirements.txt -o requirements.lock
	$(LOCK) requirements.txt requirements-dev.txt -c requirements.lock -o requirements-dev.lock

# What a reader brought and decided is not made by a build, and no build can bring it back.
clean:
	rm -rf .venv static/*.js
	@[ ! -d data/built ] || find data/built -mindepth 1 -maxdepth 1 ! -name added ! -name edits.jsonl ! -name checks.jsonl ! -name sources.json ! -name columns.json ! -name topics.yaml ! -name 'collection*' -exec rm -rf {} +
