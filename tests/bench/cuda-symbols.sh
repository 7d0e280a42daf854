#!/usr/bin/env bash
# Whether the CUDA libraries of the profile `gpu` have every function that ONNX Runtime's CUDA provider calls. It needs no GPU, but nm (binutils) and unzip:
#   ./mvnw -Pgpu -Dmaven.test.skip=true -pl server -am package && tests/bench/cuda-symbols.sh
# A library that is too old shows only when the provider is loaded, and loading it takes NVIDIA's driver.
set -euo pipefail
target=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../server/target" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
provider=ai/onnxruntime/native/linux-x64/libonnxruntime_providers_cuda.so
unzip -q -o "$target"/wildfly-*/modules/org/mammoflow/djl/main/onnxruntime.jar "$provider" -d "$work"

# NVIDIA versions its symbols by the library they belong to; the driver's own have none and are not ours to bring.
nm -D --undefined-only "$work/$provider" | grep -oE '[^ ]+@lib(cu|nv)[^ ]+' | sort -u >"$work/called"
nm -D --defined-only "$target"/cuda/*.so* 2>/dev/null | grep -oE '[^ ]+@@?lib(cu|nv)[^ ]+' | sed 's/@@/@/' | sort -u >"$work/there"
[ -s "$work/called" ] || { echo "the provider calls nothing: has the server been built with -Pgpu?" >&2; exit 1; }
missing=$(comm -23 "$work/called" "$work/there")
if [ -n "$missing" ]; then
    echo "missing in $target/cuda:" >&2
    echo "$missing" >&2
    exit 1
fi
echo "all $(wc -l <"$work/called") functions are there"
