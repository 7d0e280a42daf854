"""Reads a network back from its folder, so that figures are those of the shipped file."""

import hashlib
import json
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

import compact
from networks import Served, build


def load(folder):
    """The card and the PyTorch network with the weights in the ONNX file."""
    folder = Path(folder)
    card = json.loads((folder / "card.json").read_text())
    file = folder / card["file"]
    if hashlib.sha256(file.read_bytes()).hexdigest() != card["sha256"]:
        raise SystemExit(f"{file} is not the file that its card describes")
    served = Served(build(card["name"]))
    served.load_state_dict({name: torch.from_numpy(array) for name, array in weights(onnx.load(file)).items()})
    return card, served


def weights(model):
    """Every weight by its name in PyTorch."""
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    unfolded = {}
    for name, array in stored.items():
        base, kind = name.rsplit(".", 1) if "." in name else (name, "")
        if kind == "half":
            unfolded[base] = array.astype("float32")
        elif kind == "integers":
            unfolded[base] = compact.unfolded(array, stored[base + ".scales"], stored[base + ".shape"])
    return unfolded
