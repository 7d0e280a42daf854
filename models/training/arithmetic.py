"""Computes an ONNX file of ours in PyTorch, node by node: for calibration, and to measure an 8-bit network as it is."""

import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper


class Arithmetic:
    """A network as `shipped.load` gives it: images (N × 1 × size × size) to logits, maps and distances."""

    def __init__(self, model):
        self.nodes = model.graph.node
        self.outputs = [output.name for output in model.graph.output]
        self.input = model.graph.input[0].name
        # A copy, because the arrays that onnx gives may not be written to.
        self.constants = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in model.graph.initializer}

    def __call__(self, images):
        values = self.every(images)
        return tuple(values[name] for name in self.outputs)

    def eval(self):
        return self

    def every(self, images):
        """All values of the graph by their names."""
        values = {**self.constants, self.input: images}
        for node in self.nodes:
            attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
            inputs = [values[name] for name in node.input]
            values[node.output[0]] = OPERATORS[node.op_type](attributes, *inputs)
        return values


def conv(attributes, x, weight, bias=None):
    return F.conv2d(x, weight, bias, attributes["strides"], attributes["pads"][:2])


def max_pool(attributes, x):
    return F.max_pool2d(x, attributes["kernel_shape"], attributes["strides"], attributes["pads"][:2])


def quantize(attributes, x, scale, zero):
    least, most = (-128, 127) if zero.dtype == torch.int8 else (0, 255)
    scale, zero = along(attributes, scale, zero, x.dim())
    return torch.clamp(torch.round(x / scale) + zero, least, most)


def dequantize(attributes, x, scale, zero):
    scale, zero = along(attributes, scale, zero, x.dim())
    return (x.float() - zero) * scale


def along(attributes, scale, zero, dimensions):
    """Scale and zero point shaped so that they meet the axis that they are for."""
    if not scale.dim():
        return scale, zero
    axis = attributes.get("axis", 1)
    shape = [-1 if d == axis else 1 for d in range(dimensions)]
    return scale.reshape(shape), zero.reshape(shape)


OPERATORS = {
    "Conv": conv,
    "MaxPool": max_pool,
    "QuantizeLinear": quantize,
    "DequantizeLinear": dequantize,
    "Relu": lambda _, x: F.relu(x),
    "Add": lambda _, x, y: x + y,
    "Sub": lambda _, x, y: x - y,
    "Mul": lambda _, x, y: x * y,
    "MatMul": lambda _, x, y: x @ y,
    "Sqrt": lambda _, x: x.sqrt(),
    "Cast": lambda _, x: x.float(),
    "Reshape": lambda _, x, shape: x.reshape(shape.tolist()),
    "ReduceMean": lambda a, x: x.mean(dim=a["axes"], keepdim=bool(a.get("keepdims", 1))),
    "Concat": lambda a, *x: torch.cat(x, dim=a["axis"]),
    "Identity": lambda _, x: x,
}
