#!/usr/bin/env python3
"""Makes the 8-bit variant of a shipped network: several times as many images a second on a CPU.

    quantize.py models/resnet18/1.0.0 TABLE.npz models/resnet18/1.0.0-int8 [--test TEST.npz]

The new folder must lie beside the network's: its file holds the steps only and refers to the weights there.

Weights become signed integers with a scale for each output channel, activations unsigned integers with a scale for each
tensor, fitted on images that the network was trained on (TABLE must be the table it was trained on). The first convolution,
the head and the distance stay in floats: they cost little and decide. The card says how much AUC that costs; the server refuses a variant
that loses more than 0.005.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

import card_text
import compact
import figures
import release
import shipped
from applicability import applicability
from arithmetic import Arithmetic
from evaluate import largest_difference, measure
from networks import POSITIVE, malignancy, probabilities
from table import Table

CALIBRATION_IMAGES = 256
# Of an activation's values; the few beyond are cut, so that the others keep their detail.
KEPT = 0.99999


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--test", type=Path)
    return parser.parse_args()


def main():
    options = arguments()
    if options.folder.resolve().parent != options.network.resolve().parent:
        raise SystemExit(f"{options.folder} must lie beside {options.network}, whose weights it shares")
    card, served = shipped.load(options.network)
    table = Table.load(options.table)
    rows = table.split(card["training"]["seed"])
    train = table.part(rows["train"])
    if train.digest() != card["trainingData"]["digest"]:
        raise SystemExit(f"{options.table} is not the table that {options.network} was trained on")
    test = Table.load(options.test) if options.test else table.part(rows["test"])
    validation = table.part(rows["validation"])
    sample = train.tensors[:: max(1, len(train) // CALIBRATION_IMAGES)]
    model = compact.pack(eight_bit(release.exported(served, card), sample))
    simulated = Arithmetic(model)
    origin = options.network / card["file"]
    model = compact.share(model, origin)

    exact = card["results"]
    # Rounded features lie further from the exact ones that are remembered.
    card = {**card, "version": options.folder.name, "applicability": applicability(simulated, (train, validation))}
    card["weightsOf"] = {"version": options.network.name, "file": origin.name, "sha256": card["sha256"]}
    card = release.write_model(options.folder, model, {**card, "results": {}}, f"{card['name']}-int8.onnx")
    card["rounding"] = largest_difference(served, simulated, validation.tensors)
    drawings = []
    for name, part in (("validation", validation), ("test", test)):
        if len(part):
            card["results"][name], logits = measure(simulated, part, card)
            scores = malignancy(probabilities(logits, card["decision"]["temperature"]))
            truth = np.isin(part.classes.numpy(), POSITIVE)
            drawings += figures.draw(options.folder, name, card["results"][name], scores, truth, None)
    lost = {name: exact[name]["auc"]["value"] - now["auc"]["value"] for name, now in card["results"].items()}
    card["quantized"] = {"from": options.network.name, "lostAuc": round(max(lost.values()), 5)}
    release.write_json(options.folder / "card.json", card)
    release.write_json(options.folder / "golden.json", {**release.golden(simulated, table.size), "tolerance": TOLERANCE})
    (options.folder / "MODEL_CARD.md").write_text(card_text.text(card, drawings))
    print((options.folder / "MODEL_CARD.md").read_text())


# A value that lies between two steps may be rounded to either, here and in ONNX Runtime; one step moves a logit this far.
TOLERANCE = 0.05


def eight_bit(model, images):
    """The model with the trunk's convolutions between quantized activations."""
    graph = model.graph
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    trunk = trunk_nodes(graph)
    users = {}
    for node in trunk:
        for name in node.input:
            users.setdefault(name, []).append(node)
    activations = [trunk[0].input[0]] + [n.output[0] for n in trunk if not feeds_only_relu(users.get(n.output[0], []))]
    spans = measured_spans(model, activations, images)

    initializers = {tensor.name: tensor for tensor in graph.initializer}
    nodes = []

    def constant(name, array):
        initializers[name] = numpy_helper.from_array(array, name)
        return name

    def stepped(name):
        scale, zero = steps(*spans[name])
        scale = constant(name + ".step", scale)
        zero = constant(name + ".zero", zero)
        nodes.append(helper.make_node("QuantizeLinear", [name, scale, zero], [name + ".integers8"]))
        nodes.append(helper.make_node("DequantizeLinear", [name + ".integers8", scale, zero], [name + ".stepped"]))

    for node in graph.node:
        if node in trunk and node.op_type == "Conv":
            initializers.pop(node.input[2])
            quantize_convolution(node, weights, steps(*spans[node.input[0]])[0], constant, nodes)
        node.input[:] = [name + ".stepped" if name in spans else name for name in node.input]
        nodes.append(node)
        if node.output[0] in spans:
            stepped(node.output[0])
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(initializers.values())
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


TRUNK = ("Conv", "Relu", "Add")


def trunk_nodes(graph):
    """All nodes from the first residual block to the last feature map, less those that only look on for the distance.

    What comes before, the first convolution and its pooling, stays in floats: a faint lesion is a few grey levels, which 256
    steps would round away, and it is a fifteenth of the work.
    """
    nodes = list(graph.node)
    first = next(i for i, node in enumerate(nodes) if node.op_type == "MaxPool") + 1
    head = next(i for i, node in enumerate(nodes) if node.op_type == "Conv" and node.output[0] == "cam")
    return [node for node in nodes[first:head] if node.op_type in TRUNK]


def feeds_only_relu(users):
    return len(users) > 0 and all(node.op_type == "Relu" for node in users)


def quantize_convolution(node, weights, input_step, constant, nodes):
    name, bias = node.input[1], node.input[2]
    values = weights[name]
    scales = np.maximum(np.abs(values).reshape(len(values), -1).max(axis=1) / 127, 1e-8).astype(np.float32)
    steps = constant(name + compact.STEPS, scales)
    zeros = constant(name + ".zeros", np.zeros(len(values), np.int8))
    # ONNX Runtime computes this once, when it loads the file, so that the weights need not be stored a second time.
    nodes.append(helper.make_node("QuantizeLinear", [name, steps, zeros], [name + ".integers8"], axis=0))
    nodes.append(dequantized(name, steps, zeros))
    bias_steps = (scales * input_step).astype(np.float32)
    constant(bias + ".integers8", np.rint(weights[bias] / bias_steps).astype(np.int32))
    zeros = constant(bias + ".zeros", np.zeros(len(values), np.int32))
    nodes.append(dequantized(bias, constant(bias + compact.STEPS, bias_steps), zeros))
    node.input[1], node.input[2] = name + ".stepped", bias + ".stepped"


def dequantized(name, scales, zeros):
    return helper.make_node("DequantizeLinear", [name + ".integers8", scales, zeros], [name + ".stepped"], axis=0)


def measured_spans(model, names, images):
    """For each activation the smallest and largest value that is not cut."""
    arithmetic = Arithmetic(model)
    spans = {}
    with torch.no_grad():
        for part in images.split(16):
            values = arithmetic.every(part)
            for name in names:
                some = values[name].flatten()[::7]
                low = torch.kthvalue(some, max(1, round((1 - KEPT) * len(some))))[0]
                high = torch.kthvalue(some, round(KEPT * len(some)))[0]
                before = spans.get(name, (0.0, 0.0))
                spans[name] = (min(before[0], float(low)), max(before[1], float(high)))
    return spans


def steps(low, high):
    """Scale and zero point of 256 steps that hold 0 exactly."""
    scale = np.float32((high - low) / 255)
    return scale.reshape(()), np.array(np.clip(round(-low / float(scale)), 0, 255), np.uint8)


if __name__ == "__main__":
    main()
