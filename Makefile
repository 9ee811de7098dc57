# Every verb starts from a clean clone: what is missing from Debian's packages is installed first.
# `make help` lists the verbs.

SWIFT ?= swift
PREFIX ?= /usr/local
SECONDS ?= 60

# One static executable: the Swift runtime and the C libraries come from their archives. Tests run with the checks of
# exclusive access; the executable leaves them out, which take a twentieth of its time. Types are reached by address in it:
# looking them up by name took 14 of the 45 million instructions of a small template.
static := -Xswiftc -static-executable -Xswiftc -enforce-exclusivity=unchecked -Xlinker -lstdc++ -Xlinker -lc \
	-Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
formatted := Package.swift Sources Tests
# Tests run optimized code, as users do: it takes longer to build, and they take a third of the time.
optimized := -Xswiftc -O
# Suites that start programs and wait for them: apart from the rest, which fills every core.
timed := ^(HostTests|EngineTests|VerificationTests|CommandTests)\.
# All at once, they would keep each other, and the programs that they ask, from answering in time.
few := SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH
sources := Package.swift $(shell find Sources rules -type f 2>/dev/null)

.PHONY: help setup build test test-chef test-groups test-fast checkers demo bench lint format golden rules-index fuzz dist install clean
.DELETE_ON_ERROR:

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 12

setup: ## install all that building, running and testing need
	@.ci/setup

build: ## build for development
	@.ci/setup build
	$(SWIFT) build $(optimized)

test: ## run every test that this machine can run, and count the rest
	@.ci/setup || echo "make: tests whose programs are missing will be skipped" >&2
	@.ci/checkers || echo "make: tests with checkers in Python will be skipped" >&2
	@.ci/base-image tiny recording-chef machine >/dev/null || echo "make: tests with real bakes will be skipped" >&2
	$(few)=4 $(SWIFT) test --disable-xctest $(optimized) --skip '$(timed)'
	$(few)=6 $(SWIFT) test --disable-xctest $(optimized) --skip-build --filter '$(timed)'

test-fast: ## run the tests that need no root, no network and no engine
	OVENPROOF_SKIP=engines,oracles $(SWIFT) test --disable-xctest $(optimized)

test-chef: ## bake and rehearse run lists with the chef-solo of the image OVENPROOF_CHEF_BASE, beside packer
	@SWIFT='$(SWIFT)' .ci/test-chef $(optimized)

test-groups: ## verify on a kernel of version 2's control groups, Debian's user-mode-linux, as root
	@.ci/setup build run demo groups
	$(SWIFT) build $(optimized) --product ovenproof
	@.ci/test-groups .build/debug/ovenproof

checkers: ## install what the tests hold reports and the hook against
	@.ci/checkers

demo: dist/ovenproof ## lint, plan, rehearse, bake and verify the machines of Fixtures/pivot
	@.ci/setup run demo
	@.ci/demo

bench: dist/ovenproof ## measure against packer, goss, container-structure-test and testinfra, side by side
	@.ci/setup
	@.ci/checkers || echo "make: peers in Python will be skipped" >&2
	@.ci/bench dist/ovenproof

lint: ## check the form of the Swift files
	$(SWIFT) format lint --strict --parallel --recursive $(formatted)

format: ## rewrite the Swift files in that form
	$(SWIFT) format --in-place --parallel --recursive $(formatted)

golden: ## rewrite the golden files; read the difference before committing it
	OVENPROOF_GOLDEN=write $(SWIFT) test --disable-xctest $(optimized)

rules-index: ## rewrite rules/README.md from the heads of the pages
	$(SWIFT) build $(optimized) --product ovenproof
	.build/debug/ovenproof rules index >.build/rules-index.md
	mv .build/rules-index.md rules/README.md

fuzz: ## feed each parser with mutated fixtures for SECONDS (60), under the address sanitizer
	@.ci/setup build
	@.ci/fuzz $(SECONDS)

dist: dist/ovenproof ## build the executable and the wheel for users, and try it where there is busybox alone
	@.ci/setup demo dist
	@.ci/try-bare dist/ovenproof
	@rm -f dist/ovenproof-*.whl
	packaging/wheel.py dist/ovenproof dist

dist/ovenproof: $(sources)
	@.ci/setup build
	$(SWIFT) build -c release --product ovenproof $(static)
	@mkdir -p dist
	strip -o $@ "$$($(SWIFT) build -c release --show-bin-path)/ovenproof"

install: dist/ovenproof ## install that executable under PREFIX (/usr/local)
	install -D -m 755 dist/ovenproof $(DESTDIR)$(PREFIX)/bin/ovenproof

clean: ## remove what was built here; the base images of the demo stay in the cache
	rm -rf .build dist
