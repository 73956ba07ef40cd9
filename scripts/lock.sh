#!/bin/sh
# Write requirements/ from pyproject.toml: sh scripts/lock.sh [--upgrade]
# Versions that still fit are kept, unless --upgrade is given.
set -eu
cd "$(dirname "$0")/.."

compile() {
    file=$1
    shift
    # One version of each package for every supported Python and system, so that results are the same.
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
        --custom-compile-command "make lock" --output-file "requirements/$file" "$@"
}

compile dev.txt "$@" pyproject.toml --group dev
compile run.txt --upgrade pyproject.toml --constraint requirements/dev.txt
compile build.txt --upgrade --group build --constraint requirements/dev.txt

if grep -n '://' requirements/*.txt; then
    echo "requirements/ must name no address" >&2
    exit 1
fi
