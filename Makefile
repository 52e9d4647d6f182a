SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help serve dev test dist sizes shots speed bench million clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 14

serve: ## set up, build and serve the page; prints its address
	@start=$$SECONDS; scripts/setup build && scripts/build && . scripts/env && \
	printf '\n  Built in %s s.\n' $$((SECONDS - start)) && exec node scripts/serve.mjs dist

dev: ## debug build that rebuilds and reloads as files change
	@scripts/setup build && . scripts/env && trunk serve --offline --port $${PORT:-8080}

test: ## set up and run every check and test
	@scripts/setup test && scripts/test

dist: ## build dist/, which any static host can serve
	@scripts/setup build && scripts/build

sizes: ## sizes of dist/: raw, gzip, brotli
	@node scripts/sizes.mjs dist

shots: dist ## pictures of the pages, into shots/
	@scripts/setup test && . scripts/env && node tests/browser/shots.mjs

speed: dist ## how fast the page starts and answers
	@scripts/setup test && . scripts/env && node tests/browser/speed.mjs

bench: ## the models beside the Python library lifetimes, natively and in the browser
	@scripts/setup test && scripts/bench

million: dist ## a file of a million rows, from dropping it to fitted models, beside lifetimes
	@scripts/setup test && scripts/million

clean: ## remove what was built
	@rm -rf dist target shots tests/browser/out
