#!/usr/bin/env bash
# Exports of very many findings from a server whose heap is 256 MB: what does not fit fails.
#   tests/bench/export.sh [FINDINGS] [FORMAT...]      1000000 findings, csv xlsx fhir pdf
# Builds, fills an H2 database of its own, takes the times and removes it again.
set -euo pipefail
checkout=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
findings=${1:-1000000}
[ $# -eq 0 ] || shift
[[ $findings =~ ^[1-9][0-9]*$ ]] || { echo "FINDINGS must be a number" >&2; exit 2; }
heap=${HEAP:-256m}
home=$(mktemp -d)
trap '"$checkout/mammoflow" stop --home "$home" >/dev/null 2>&1 || true; rm -rf "$home"' EXIT

start() {
    "$checkout/mammoflow" run --no-build --home "$home" --heap "$heap" --http-port 18080 --dicom-port 21112 \
        --management-port 19990 >"$home.console" 2>&1 &
    local tries=600
    until "$checkout/mammoflow" status --home "$home" >/dev/null 2>&1; do
        ((tries-- > 0)) || { cat "$home.console" >&2; exit 1; }
        sleep 1
    done
}

bench() { java -cp "$checkout/tests/bench/target/mammoflow-bench.jar:$checkout/tests/bench/target/lib/*" "$@"; }

"$checkout/mvnw" -f "$checkout/pom.xml" -B -q -Dmaven.test.skip=true -pl server,tests/bench -am package
start
"$checkout/mammoflow" stop --home "$home" >/dev/null
bench org.mammoflow.bench.report.ManyFindings "$home" "$findings"
start
bench org.mammoflow.bench.report.ExportBenchmark "$home" "$findings" "$@"
rm -f "$home.console"
