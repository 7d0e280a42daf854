#!/bin/sh
# Rebuilds the viewer from its lock file, runs its tests, and fails when the committed bundle is another one.
# --installed: what the lock file names has just been installed.
set -eu
cd "$(dirname "$0")"
committed=../src/main/webapp/resources/viewer
rebuilt=$(mktemp -d)
trap 'rm -rf "$rebuilt"' EXIT
[ "${1:-}" = --installed ] || npm ci --no-audit --no-fund
npm run --silent types
npm test --silent
node build.mjs "$rebuilt"
diff -r "$rebuilt" "$committed" || { echo "The committed viewer bundle is not what its source builds: run 'npm run build' in web/viewer and commit." >&2; exit 1; }
(cd "$committed" && sha256sum -c SHA256SUMS)
