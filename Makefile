# The two commands of a newcomer are `make run` and `make test`; see README.md.

# The first Python from 3.11 on that can make a virtual environment; PYTHON=... overrides.
NEWER = import sys, ensurepip; sys.exit(sys.version_info < (3, 11))
NAMES = python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11
PYTHON ?= $(or $(shell for name in $(NAMES); do \
	$$name -c '$(NEWER)' 2>/dev/null && echo $$name && break; done),python3)
VENV = .venv/bin/python
COMPILE = .venv/bin/uv pip compile -q --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url

# A production environment, for the checks that only bite there. Its database is never reached.
PRODUCTION = DEBUG=0 SITE_URL=https://portal.example ALLOWED_HOSTS=portal.example \
	SECRET_KEY=only-for-make-lint-0123456789-abcdefghijklmnopqrstuvwxyz \
	DATABASE_URL=postgresql://nobody@127.0.0.1:1/none

# Tests that ask nothing of PostgreSQL which another version might answer differently.
ELSEWHERE = launcher browser deploy bench/test_corpus.py core/word files/reading accounts/test_access.py

# A process a core; the tests of one file stay together, since they share what they set up.
SIDE_BY_SIDE = -n auto --maxprocesses 4 --dist loadfile

.PHONY: help run test test-postgres15 screenshots lint format lock environment bench bench-growth \
	bench-pages

help: ## show this list
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' Makefile | expand -t 18

run: ## serve the portal on http://127.0.0.1:8000 (PORT=...); Ctrl-C stops it
	@$(PYTHON) -m launcher

test: environment ## run all tests; ARGS="-k words" is handed to pytest
	@$(VENV) -m pytest $(SIDE_BY_SIDE) $(ARGS)

test-postgres15: environment ## run the database tests on Debian's PostgreSQL 15
	@$(VENV) -m launcher.debian $(SIDE_BY_SIDE) $(addprefix --ignore=tests/,$(ELSEWHERE)) \
		$(ARGS)

screenshots: environment ## picture every kind of page into var/screenshots/
	@$(VENV) -m pytest -q tests/browser/public/screenshots.py $(ARGS)

lint: environment ## check format, style, migrations and deployment settings
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@$(PRODUCTION) $(VENV) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	@$(PRODUCTION) $(VENV) manage.py check --deploy --fail-level WARNING

format: environment ## bring the code into its format
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

lock: environment ## pin requirements*.in anew
	@$(COMPILE) --upgrade requirements.in -o requirements.txt
	@$(COMPILE) --upgrade -c requirements.txt requirements-dev.in -o requirements-dev.txt

bench: environment ## measure the portal beside its peers (ARGS=--help); writes docs/benchmarks.md
	@$(VENV) -m bench.compare $(ARGS)

bench-growth: environment ## the same pages at 10,000, 100,000 and 1,000,000 articles
	@$(VENV) -m bench.growth $(ARGS)

bench-pages: environment ## weights of pages and Lighthouse
	@$(VENV) -m bench.weights $(ARGS)

environment:
	@$(PYTHON) -m launcher requirements-dev.txt
