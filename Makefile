# `make app` and `make test` do all their set-up in .venv; plain `make` prints this list.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STORE ?= events.yaml
PORT ?= 8050

.DEFAULT_GOAL := help
.PHONY: help app test lint golden client bench clean

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; say which: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

app: $(VENV)/installed ## Open the worked story in the browser (STORE=… and PORT=… choose others)
	$(BIN)/timeline serve $(STORE) --port $(PORT) --open

test: $(VENV)/installed-test lint client ## Lint, type-check and test everything, in a real browser too
	CHROMIUM="$$($(BIN)/python tests/browser/find_browser.py)" && export CHROMIUM && $(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(VENV)/installed-test ## Ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/mypy

golden: $(VENV)/installed-test ## Write the golden files anew; read the diff before you commit it
	GOLDEN=write $(BIN)/python -m pytest -q tests/test_golden.py tests/test_narrative.py

client: ## Type-check and test the client where Node is there
	@if command -v npm >/dev/null 2>&1; then cd client && npm ci --silent --no-audit --no-fund && npm run --silent check && npm test --silent; \
	else echo "Node is not here: the client's own tests are left out (the built file is tested all the same)"; fi

bench: $(VENV)/installed-test ## Measure the store against PyYAML alone
	$(BIN)/python bench/check_store.py

clean: ## Remove what was installed and built
	rm -rf $(VENV) client/node_modules dist build
