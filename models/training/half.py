#!/usr/bin/env python3
"""Makes the form of a shipped network that computes in 16-bit floats, for measuring GPUs; it is not for serving.

    half.py models/resnet18/1.0.0/resnet18.onnx OUT.onnx

Input and outputs stay 32-bit floats. It needs Python's onnx and numpy only.
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def halved(model):
    """Every float within the graph in 16 bits."""
    graph = model.graph
    for tensor in graph.initializer:
        if tensor.data_type == TensorProto.FLOAT:
            tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), tensor.name))
    for node in graph.node:
        for attribute in node.attribute:
            if node.op_type == "Cast" and attribute.name == "to" and attribute.i == TensorProto.FLOAT:
                attribute.i = TensorProto.FLOAT16
    inputs = {value.name for value in graph.input}
    outputs = {value.name for value in graph.output}
    for node in graph.node:
        rename(node.input, inputs | outputs)
        rename(node.output, outputs)
    nodes = [cast(name, name + HALF, TensorProto.FLOAT16) for name in inputs] + list(graph.node)
    nodes += [cast(name + HALF, name, TensorProto.FLOAT) for name in outputs]
    del graph.node[:], graph.value_info[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


# Ending of the names that the inputs and outputs have within the graph.
HALF = ".16"


def rename(names, which):
    for i, name in enumerate(names):
        if name in which:
            names[i] = name + HALF


def cast(source, target, to):
    return helper.make_node("Cast", [source], [target], to=to)


if __name__ == "__main__":
    onnx.save(halved(onnx.load(sys.argv[1])), sys.argv[2])
