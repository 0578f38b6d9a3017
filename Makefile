# The commands of the project. `make run` and `make test` are all a newcomer needs.
.PHONY: run test bench consumers check format docs

# One import that Package.swift does not declare stops the build.
CHECKED = --explicit-target-dependency-import-check error

run:
	scripts/setup
	swift build -c release --product assay
	.build/release/assay run

test:
	scripts/setup
	swift build --build-tests $(CHECKED)
	swift test --skip-build $(CHECKED)

bench:
	scripts/bench

consumers:
	scripts/consumers

check:
	scripts/check

format:
	scripts/format

docs:
	scripts/docs
