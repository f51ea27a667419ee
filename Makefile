# Nine verbs. What continuous integration runs, a laptop can run.
CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/posthorn
SCRATCH ?= $(CACHE)/build
SWIFT = swift
# The C of the libraries we build is always optimised: signatures in the tests cost it dearly else.
FLAGS = --scratch-path $(SCRATCH) -Xcc -O2
BUILD = $(SWIFT) build $(FLAGS)
POSTHORN = $(SCRATCH)/debug/posthorn
JUDGES = $(CACHE)/judges/bin/python3
export POSTHORN_PYTHON ?= $(wildcard $(JUDGES))
export POSTHORN_BROWSER_PYTHON ?= $(wildcard $(CACHE)/browser/bin/python3)
export POSTHORN_CONTRACTS ?= $(wildcard $(CACHE)/contracts/bin)
export POSTHORN_PYTHON312 ?= $(wildcard $(CACHE)/judges312/bin/python3)
# Where `make run` serves the office; another free port where that one is taken.
PORT ?= 8080
export SWIFT_BACKTRACE ?= enable=no
# All tests at once would share two cores among hundreds: what waits five seconds for a vault, as an
# office does, would wait in vain.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 10
# Offices are made and thrown away by the hundred: in memory, where there are 8 GB of it for them.
TMPDIR ?= $(shell test "$$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" -gt 8000000 2>/dev/null \
  && echo /dev/shm || echo /tmp)
TEST = TMPDIR=$(TMPDIR) $(SWIFT) test $(FLAGS)

.PHONY: run stop build test proof check golden bench man install clean

run: install build
	@test -e office/journal || $(POSTHORN) init office --operator "Posthorn demonstration"
	@$(POSTHORN) lodge examples/shipments.csv --office office --out out; \
	  status=$$?; test $$status = 0 -o $$status = 3
	@scripts/serve-demonstration $(POSTHORN) office $(PORT)

stop:
	@if test -s office/serve.pid; then kill $$(cat office/serve.pid) 2>/dev/null; \
	  rm -f office/serve.pid office/serve.url; fi; true

install:
	@.ci/install

build:
	@$(BUILD) --product posthorn
	@$(BUILD) --product posthorn-rescue

test: install check
	$(TEST) --skip 'SimulationTests|FaultTests'
	$(TEST) --skip-build --filter 'SimulationTests|FaultTests'

# What takes longer than continuous integration has: every example through every judge, more seeds,
# every page in every language, an hour of load and 10,000 connections.
proof: install
	@.ci/install proof
	POSTHORN_PROOF=1 POSTHORN_SEEDS=100000 $(TEST)
	$(BUILD) -c release --product posthorn-bench
	$(BUILD) -c release --product posthorn
	$(SCRATCH)/release/posthorn-bench soak

check:
	@$(SWIFT) format lint --strict -r Package.swift Sources Tests

golden:
	POSTHORN_RECORD=1 $(SWIFT) test $(FLAGS) --filter Golden

bench: install
	$(BUILD) -c release --product posthorn-bench
	$(BUILD) -c release --product posthorn
	@$(CACHE)/judges/bin/pip install -q --disable-pip-version-check reportlab || true
	$(SCRATCH)/release/posthorn-bench all

# Manual pages from the parser: `man -M out/man posthorn-lodge`, or MAN=/usr/local/share/man.
MAN ?= out/man
man: build
	@scripts/man-pages.py $(MAN)/man1 $(POSTHORN) $(SCRATCH)/debug/posthorn-rescue
	@echo "manual pages are in $(MAN); read one with: man -M $(MAN) posthorn"

clean: stop
	rm -rf office out
