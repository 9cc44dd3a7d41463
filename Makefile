# `make` alone lists what there is.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)
BIN := .venv/bin
COVERAGE := --cov --cov-report=term --cov-fail-under=90
NODE := var/teams/node_modules/.package-lock.json

export HEED_TEST_DATABASES ?= hashed
unexport PYTHONDONTWRITEBYTECODE  # the tests' many processes would compile everything anew

.DEFAULT_GOAL := help
.PHONY: help run story bench simulate reading reader mutants test test-browser lint types style format unit lock clean run-teams \
	test-teams teams-package test-browser screenshots plays

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 15

run: .venv/runtime ## start Heed (without .env: with a playground beside it)
	@exec $(BIN)/python bot.py run

run-teams: .venv/runtime $(NODE) ## Heed beside Microsoft's playground for Teams (needs Node.js)
	@exec $(BIN)/python -m handlers.teams.trial

teams-package: .venv/runtime ## build the package to upload to Teams (MICROSOFT_APP_ID in .env)
	@$(BIN)/python bot.py teams-package

test: lint ## everything that must hold: lint, format, types, rules, the suite
	@$(MAKE) --no-print-directory -j2 types unit

lint: .venv/develop ## lint and format, without changing anything
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/codespell $(shell git ls-files '*.py' '*.md' '*.yaml' Makefile)

types: .venv/develop ## mypy, strict
	@$(BIN)/mypy

unit: .venv/develop ## the suite (HEED_TEST_DATABASES=both: each test on both databases, with coverage)
	@$(BIN)/pytest -q -n auto --dist worksteal $(if $(filter both,$(HEED_TEST_DATABASES)),$(COVERAGE))

plays: .venv/develop ## write the page of all plays, with their words and numbers, anew
	@$(BIN)/python -m tests.stories.plays

screenshots: .venv/develop ## take the README's pictures anew (needs Chromium)
	@$(BIN)/python -m tests.browser.pictures

test-browser: .venv/develop ## the playground's page in a real browser (needs Chromium)
	@$(BIN)/pytest -q tests/browser

story: .venv/runtime ## a day with Heed, told and acted out (ADDRESS=… for a playground that runs)
	@$(BIN)/python -m tests.stories.tell $(ADDRESS)

bench: .venv/develop ## how fast it is beside a bare bot, and with 100,000 customers (minutes)
	@$(BIN)/python -m benchmarks.ratios
	@$(BIN)/python -m benchmarks

simulate: .venv/develop ## a team with Heed, without it, and with plain reminders (ARGS="--reps 500 …")
	@$(BIN)/python -m benchmarks.simulate $(ARGS)

reading: .venv/develop ## how well it reads lines that a person has labelled (ARGS=--misses names the others)
	@$(BIN)/python -m benchmarks.reading $(ARGS)

reader: .venv/reader ## learn the second reader's weights anew from the labelled lines
	@$(BIN)/python -m tests.reader

mutants: .venv/mutants ## how many changes of the rules the tests notice (an hour; SEED=… for the same)
	@$(BIN)/python -m tests.mutants $(if $(SEED),--seed $(SEED)) $(ONLY)

test-teams: .venv/develop $(NODE) ## Heed beside Microsoft's playground for Teams (Node.js, Chromium)
	@$(BIN)/pytest -q tests/teams

format: .venv/develop ## set the format and mend what can be mended by itself
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: .venv/develop ## pin the requirements anew, with hashes
	@for name in runtime develop mutants reader; do $(BIN)/uv pip compile -q --universal --upgrade --no-strip-extras \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
		requirements/$$name.in -o requirements/$$name.txt; done

clean: ## forget the environment and what was made; your database stays
	@rm -rf .venv var/playground.* var/teams* var/heed-teams.zip var/mutants .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(NODE): tests/teams/package.json tests/teams/package-lock.json
	@command -v npm >/dev/null || { echo "This needs Node.js 18 or newer, with npm:" \
		"see https://nodejs.org, or type: apt install nodejs npm"; exit 1; }
	@echo "Installing Microsoft's playground (once) ..."
	@mkdir -p var/teams && cp $^ var/teams
	@npm ci --prefix var/teams --silent --no-audit --no-fund
	@touch $@

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Heed needs Python 3.11 or newer, and found none."; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/runtime: requirements/runtime.txt | .venv/bin/python
	@echo "Installing what Heed runs on (once) ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	@touch $@

.venv/develop: requirements/develop.txt .venv/runtime
	@echo "Installing what its developers need (once) ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/develop.txt
	@touch $@

.venv/reader: requirements/reader.txt .venv/develop
	@echo "Installing what learns (once) ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/reader.txt
	@touch $@

.venv/mutants: requirements/mutants.txt .venv/develop
	@echo "Installing what changes the rules (once) ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/mutants.txt
	@touch $@
