"""Weights in little space: small tensors in 16-bit floats, large ones in 8-bit integers, 72 to a scale.

ONNX Runtime unfolds this once, when it loads the file (Cast, Mul and Reshape of constants), so that the network runs
exactly like one stored in 32-bit floats. Rounding happens in PyTorch before anything is measured: whatever is measured
is what is shipped.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

GROUP = 72
LARGEST_HALF = 150_000
# Below, 16-bit floats are so coarse that rounded values would not be rounded to themselves again.
SMALLEST_SCALE = 2.0**-16
# Bytes; the reference itself takes about 100.
WORTH_SHARING = 1024
# Ending of the scales of 8-bit arithmetic (see quantize.py), which ONNX Runtime wants as they are.
STEPS = ".steps"


def is_grouped(weights):
    return weights.size > LARGEST_HALF and weights.size % GROUP == 0


def group(weights):
    """Integers (N × 72) and the 16-bit scale of each row."""
    rows = weights.reshape(-1, GROUP).astype(np.float32)
    scales = np.maximum(np.abs(rows).max(axis=1, keepdims=True) / 127, SMALLEST_SCALE).astype(np.float16)
    integers = np.clip(np.rint(rows / scales.astype(np.float32)), -127, 127).astype(np.int8)
    return integers, scales


def rounded(weights):
    """The values that come back from storage."""
    if not is_grouped(weights):
        return weights.astype(np.float16).astype(np.float32)
    return unfolded(*group(weights), weights.shape)


def unfolded(integers, scales, shape):
    return (integers.astype(np.float32) * scales.astype(np.float32)).reshape(shape)


def round_parameters(module):
    """Rounds all weights of a PyTorch module in place."""
    for parameter in module.parameters():
        parameter.data.copy_(parameter.data.new_tensor(rounded(parameter.data.numpy())))
    return module


def pack(model):
    """Rewrites the initializers of an ONNX model whose weights have been rounded; no value changes."""
    graph = model.graph
    unfolding, packed = [], []
    for tensor in graph.initializer:
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.size < 2 or tensor.name.endswith(STEPS):
            packed.append(tensor)
            continue
        stored, nodes = (grouped if is_grouped(weights) else half)(tensor.name, weights)
        packed += stored
        unfolding += nodes
    nodes = unfolding + list(graph.node)
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(packed)
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


def half(name, weights):
    stored = weights.astype(np.float16)
    if not np.array_equal(stored.astype(np.float32), weights):
        raise ValueError(f"{name} was not rounded")
    return [constant(name + ".half", stored)], [cast(name + ".half", name)]


def grouped(name, weights):
    integers, scales = group(weights)
    if not np.array_equal(rounded(weights), weights):
        raise ValueError(f"{name} was not rounded")
    stored = [
        constant(name + ".integers", integers),
        constant(name + ".scales", scales),
        constant(name + ".shape", np.array(weights.shape, dtype=np.int64)),
    ]
    nodes = [
        cast(name + ".integers", name + ".values"),
        cast(name + ".scales", name + ".factors"),
        helper.make_node("Mul", [name + ".values", name + ".factors"], [name + ".products"]),
        helper.make_node("Reshape", [name + ".products", name + ".shape"], [name]),
    ]
    return stored, nodes


def share(model, origin):
    """Makes an ONNX model refer to the bytes of another file for every tensor that lies there as well."""
    stored = origin.read_bytes()
    for tensor in model.graph.initializer:
        offset = stored.find(tensor.raw_data) if len(tensor.raw_data) >= WORTH_SHARING else -1
        if offset >= 0:
            place = {"location": origin.name, "offset": offset, "length": len(tensor.raw_data)}
            tensor.ClearField("raw_data")
            tensor.data_location = TensorProto.EXTERNAL
            for key, value in place.items():
                tensor.external_data.add(key=key, value=str(value))
    return model


def constant(name, array):
    return numpy_helper.from_array(array, name)


def cast(source, target):
    return helper.make_node("Cast", [source], [target], to=TensorProto.FLOAT)
