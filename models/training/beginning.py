"""Where the weights of a training begin."""

import json
from pathlib import Path

import torch
import torchvision

import shipped
from networks import build, transfer, unfolded
from release import REPOSITORY

MODELS = REPOSITORY / "models"
# Images that a shipped network's normalisation is measured on.
SOME = 128


def first_network(options, images):
    """The network to begin with, and where it comes from: the file that was given, otherwise ImageNet's weights where
    torchvision has them on this machine already, otherwise those of the shipped network, otherwise chance.

    `images` (N × 1 × size × size) are those to train on.
    """
    network = build(options.architecture, options.seed)
    if options.scratch:
        return network, f"{CHANCE} (as was asked for)"
    if options.weights is not None:
        return transfer(network, torch.load(options.weights, map_location="cpu")), f"the weights in {options.weights.name}"
    for file in imagenet(options.architecture):
        return transfer(network, torch.load(file, map_location="cpu")), f"ImageNet's weights in {file.name}"
    for folder in exact(options.architecture):
        card, served = shipped.load(folder)
        name = f"the weights of the shipped {card['name']} {card['version']} ({card['status']})"
        return unfolded(options.architecture, served, images[:: max(1, len(images) // SOME)].cpu()), name
    return network, f"{CHANCE} (none were given, none of ImageNet are in {cache()}, no {options.architecture} is in {MODELS})"


CHANCE = "random weights"


def is_chance(origin):
    """Whether a training began with weights that know nothing: then a head alone has nothing to learn from."""
    return origin.startswith(CHANCE)


def cache():
    """Where torchvision keeps what it has fetched. Nothing is fetched here: a hospital's machine may reach nobody."""
    return Path(torch.hub.get_dir()) / "checkpoints"


def imagenet(architecture):
    known = torchvision.models.get_model_weights(architecture)
    return [file for file in (cache() / Path(one.url).name for one in known) if file.is_file()]


def exact(architecture):
    """Folders of the shipped versions with weights in floats, the latest name first."""
    cards = sorted(MODELS.glob(f"{architecture}/*/card.json"), reverse=True)
    return [card.parent for card in cards if "weightsOf" not in json.loads(card.read_text())]
