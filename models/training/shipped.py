"""Reads a network back from its folder, so that figures are those of the shipped file."""

import hashlib
import json
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

import compact
import release
from arithmetic import Arithmetic
from networks import Served, build


def load(folder):
    """The card and the network in PyTorch: the weights in the ONNX file, or for an 8-bit variant its very arithmetic."""
    card, model = read(folder)
    if "quantized" in card:
        return card, Arithmetic(model)
    served = Served(build(card["name"]))
    served.load_state_dict({name: torch.from_numpy(array) for name, array in weights(model).items()})
    return card, served


def read(folder):
    """The card and the ONNX model, when each names the other."""
    folder = Path(folder)
    card = json.loads((folder / "card.json").read_text())
    file = verified(folder / card["file"], card["sha256"])
    model = onnx.load(file, load_external_data=False)
    onnx.load_external_data_for_model(model, str(file_with_weights(folder, card).parent))
    if {entry.key: entry.value for entry in model.metadata_props}["card_digest"] != release.card_digest(card):
        raise SystemExit(f"{folder / 'card.json'} was changed after {file.name} was made for it: export it anew")
    return card, model


def file_with_weights(folder, card):
    """The file of another version whose weights the network shares, or its own."""
    if "weightsOf" not in card:
        return folder / card["file"]
    other = card["weightsOf"]
    return verified(folder.resolve().parent / other["version"] / other["file"], other["sha256"])


def verified(file, sha256):
    if hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
        raise SystemExit(f"{file} is not the file that the card describes")
    return file


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
