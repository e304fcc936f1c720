# Needs nothing but make and Python 3.11 or newer with venv.
PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin
MANAGE = $(BIN)/python manage.py
TESTS ?= tests
MARKED ?= not drill
BENCH ?=

PYTEST = $(BIN)/pytest $(TESTS) -rs
AT_ONCE = --numprocesses auto --dist worksteal

.PHONY: setup run test drill coverage bench check format lock messages

setup: .venv/.dev  ## install what the application, its tests and linters need

run: .venv/.run  ## install, prepare the database and serve on http://127.0.0.1:8000
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_record
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@$(MANAGE) first_manager
	@echo "Serving on http://127.0.0.1:$(PORT) — Ctrl+C ends it."
	@$(BIN)/gunicorn secretariat.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 --timeout 120 --no-control-socket --log-level warning

test: .venv/.dev  ## run the whole suite but drills; REQUIRE_ALL=1 forbids skipping
	$(PYTEST) -m "$(MARKED)" $(AT_ONCE)

drill: .venv/.dev  ## run what takes minutes, such as killing a server while it saves
	$(PYTEST) -m drill

coverage: .venv/.dev  ## run the suite; a table of the lines and branches that no test reaches
	$(PYTEST) -m "$(MARKED)" $(AT_ONCE) --cov --cov-report term

bench: .venv/.run  ## the benchmarks: a table, and var/bench.json; BENCH="--rows 500 --runs 1" is quick
	@$(BIN)/python -m benchmarks $(BENCH)

check: .venv/.dev  ## linters, formatters, types, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'templates/*.html')
	$(BIN)/mypy
	$(MANAGE) makemigrations --check --dry-run

format: .venv/.dev  ## put code and templates into form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade --target-version 5.2 $$(git ls-files 'templates/*.html')

lock:  ## write the locked requirements anew; needs uv
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header requirements.in -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header requirements-dev.in -o requirements-dev.txt

messages: .venv/.dev  ## collect the texts to translate, and compile them; needs gettext
	$(MANAGE) makemessages -l ko -l ja -l zh_Hans --no-location --no-obsolete -i .venv -i var -i tests
	$(MANAGE) compilemessages -l ko -l ja -l zh_Hans -i .venv -i var

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.dev: .venv/bin/python requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ .venv/.run
