# The doors to everything. `make demo` and `make test` install what a fresh Debian or Ubuntu with Rust lacks,
# and say so before they do it.
.DEFAULT_GOAL := help
.PHONY: help build demo test soak bench

# Passed on to the program, e.g. `make demo ARGS="--headless --json"`.
ARGS ?=

help:
	@echo 'make demo    a dialogue in four windows on this machine, on a sample case, with a guided walk'
	@echo 'make test    every check and every test, with a fixed-seed subset of the long ones'
	@echo 'make build   the optimised programs: target/release/backchannel and backchannel-relay'
	@echo 'make soak    the long tests in full; can be stopped and resumed'
	@echo 'make bench   the measurements of docs/BENCHMARKS.md'

build:
	@scripts/requirements build
	cargo build --release --locked --package cli --package relay

demo:
	@scripts/requirements build
	@cargo build --release --locked --package cli --package relay
	@$${CARGO_TARGET_DIR:-target}/release/backchannel demo $(ARGS)

test:
	@scripts/requirements test
	@scripts/test

soak:
	@scripts/requirements test
	@scripts/soak $(ARGS)

bench:
	@scripts/requirements build
	@scripts/bench
