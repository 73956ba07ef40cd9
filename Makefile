# `make` lists what there is. Works with GNU make 3.81 (macOS) and later.
# PYTHON=python3.13 chooses the interpreter for .venv; ARGS="-k gates" is handed to pytest.

.NOTPARALLEL: # the steps of a target build on each other

BIN := .venv/bin
RUN_PINS := requirements/run.txt requirements/build.txt
DEV_PINS := requirements/dev.txt
SETUP := pyproject.toml scripts/setup.sh

# Homebrew's libraries, where Python may not look. Stands before each command, since the shell of macOS
# takes it out of the environment.
ifeq ($(shell uname -s),Darwin)
LIBRARIES := DYLD_FALLBACK_LIBRARY_PATH="$${DYLD_FALLBACK_LIBRARY_PATH:-/opt/homebrew/lib:/usr/local/lib}"
endif

# A virtual environment that was moved, or whose interpreter went, is made again.
ifneq ($(shell test -x $(BIN)/python && cat .venv/place 2>/dev/null),$(shell pwd -P))
.PHONY: .venv/run .venv/dev
endif

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

.PHONY: demo
demo: setup ## set everything up and run the example: answers, placement, PDF report in ./demo
	$(LIBRARIES) $(BIN)/alignment-maturity demo

.PHONY: setup
setup: .venv/run pango ## set up .venv to use the program, and the PDF libraries

.PHONY: test
test: .venv/dev pango ## set up what is missing and run the tests
	$(LIBRARIES) $(BIN)/python -m pytest --numprocesses=auto --dist=worksteal $(ARGS)

.PHONY: lint
lint: .venv/dev ## check style, types and import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: format
format: .venv/dev ## put the source into the one style
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

.PHONY: schemas
schemas: .venv/dev ## write the JSON Schemas that ship with the questionnaires
	$(BIN)/python scripts/write_schemas.py

.PHONY: guide
guide: .venv/run ## write the reference of what templates can use into docs/templates.md
	$(BIN)/python scripts/write_template_guide.py

.PHONY: quick
quick: .venv/run ## write into the questionnaire quick what it shares with full
	$(BIN)/python scripts/refresh_quick.py

.PHONY: pictures
pictures: .venv/run ## draw the example companies' reports into docs/pictures/ (needs pdftoppm)
	$(BIN)/python scripts/picture_reports.py

.PHONY: screens
screens: .venv/dev ## draw the screens in docs/pictures/screens/ anew, which the tests compare
	SNAPSHOTS=1 $(BIN)/python -m pytest -q tests/screens -k "picture or looks"

.PHONY: word
word: .venv/run ## write the template of reports in Word from its parts
	$(BIN)/python scripts/write_word_template.py

.PHONY: calibrate
calibrate: setup ## simulate how often the questionnaires place right: the tables of docs/method.md
	$(BIN)/python benchmarks/calibrate.py

.PHONY: bench
bench: .venv/dev pango ## measure speed against the agreed floors
	set -e; for benchmark in benchmarks/bench_*.py; do $(LIBRARIES) $(BIN)/python "$$benchmark"; done

.PHONY: build
build: .venv/dev ## make the source archive, and the wheel from it, in ./dist
	$(BIN)/python -m build --no-isolation

.PHONY: lock
lock: $(BIN)/uv ## write requirements/ from pyproject.toml, keeping the versions that still fit
	sh scripts/lock.sh

.PHONY: upgrade
upgrade: $(BIN)/uv ## write requirements/ with the newest versions
	sh scripts/lock.sh --upgrade

.PHONY: clean
clean: ## remove what make made, but not ./demo
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: pango
pango:
	@$(LIBRARIES) sh scripts/pango.sh

# Not .venv/dev, which cannot be made while requirements/ is behind pyproject.toml.
$(BIN)/uv:
	@sh scripts/setup.sh dev

.venv/run: $(RUN_PINS) $(SETUP)
	@sh scripts/setup.sh run
	@touch $@

# Holds all that .venv/run does.
.venv/dev: $(DEV_PINS) $(SETUP)
	@sh scripts/setup.sh dev
	@touch .venv/run $@
