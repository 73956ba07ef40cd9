#!/bin/sh
# Make sure that the libraries for PDF files are there: sh scripts/pango.sh
set -eu
cd "$(dirname "$0")/.."

missing() {
    .venv/bin/python -c 'from alignment_maturity.machine import missing_libraries; print(*missing_libraries())'
}

if [ -z "$(missing)" ]; then exit; fi
if sh scripts/apt_install.sh libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 && [ -z "$(missing)" ]; then
    exit
fi
cat >&2 <<'MESSAGE'
PDF reports need the Pango library, which is missing here. To install it:
  Debian, Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora:          sudo dnf install pango
  macOS:           brew install pango
  Windows (MSYS2): pacman -S mingw-w64-ucrt-x86_64-pango
Then run make again.
MESSAGE
exit 1
