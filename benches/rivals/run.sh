#!/usr/bin/env bash
# Everything that can be compared here: the crates, and chrono-node and dateparser where they are installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
cargo build --release --quiet
rivals=${CARGO_TARGET_DIR:-target}/release/rivals
"$rivals"
for language in fr en; do
  echo "$language, in other languages"
  "$rivals" --text "$language" 65536 | node chrono_node.mjs "$language" || true
  "$rivals" --text "$language" 4096 | python3 date_parser.py "$language" || true
done
