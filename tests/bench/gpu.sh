#!/usr/bin/env bash
# Networks on an NVIDIA GPU, in one command: self-test, agreement with the CPU within 1e-3, throughput at batch 1 to 64
# (in 16-bit floats too, where python3 has onnx), and what happens when the GPU's memory is full.
#   tests/bench/gpu.sh [RESULT.md]
# Writes a result file and ends with 1 when self-test or agreement fails. Where there is no GPU it says "not run".
# `DEVICE=cpu tests/bench/gpu.sh` tries the program itself where there is none; its figures are the CPU's and say so.
set -euo pipefail
checkout=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
device=${DEVICE:-cuda:0}
result=$(realpath -m -- "${1:-$checkout/tests/bench/target/gpu-$(date -u +%Y%m%dT%H%M%SZ).md}")
mkdir -p "${result%/*}"

profile=()
if [ "$device" != cpu ]; then
    if ! nvidia-smi -L >/dev/null 2>&1; then
        echo "not run: no NVIDIA GPU and driver on this machine" | tee "$result"
        exit 0
    fi
    profile=(-Pgpu)
fi

"$checkout/mvnw" -f "$checkout/pom.xml" -B -q "${profile[@]}" -Dmaven.test.skip=true -pl server,tests/bench -am package
export LD_LIBRARY_PATH=$checkout/server/target/cuda${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
if [ "$device" != cpu ]; then
    "$checkout/tests/bench/cuda-symbols.sh"
fi

halves=$checkout/tests/bench/target/halves
mkdir -p "$halves"
for file in "$checkout"/models/*/*/*.onnx; do
    version=${file%/*}
    case $version in *-int8) continue ;; esac
    "${PYTHON:-python3}" "$checkout/models/training/half.py" "$file" "$halves/$(basename "$file" .onnx)-${version##*/}.onnx" ||
        echo "16-bit floats: not run for $file"
done
status=0
java -Xmx8g -cp "$checkout/tests/bench/target/mammoflow-bench.jar:$checkout/tests/bench/target/lib/*" \
    org.mammoflow.bench.gpu.GpuBenchmark "$checkout/models" "$result" "$device" "$halves" || status=$?
if [ "$device" != cpu ]; then
    {
        echo "## Machine"
        echo
        nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader
        grep -m1 'model name' /proc/cpuinfo
    } >>"$result"
fi
echo "written to $result"
exit "$status"
