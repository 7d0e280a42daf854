#!/usr/bin/env python3
"""Turns a finished training into a network folder: ONNX file, card, golden vectors, figures.

    export.py RUN TABLE.npz FOLDER --version 1.0.0 --status phantom-trained --description TEXT [--test TEST.npz]

TABLE is the one that was trained on; its validation images give temperature and thresholds. TEST is a table that was
used for nothing yet; without it the rows that TABLE calls test are taken, if there are any.
"""

import argparse
import copy
import json
from pathlib import Path

import numpy as np
import torch

import card_text
import compact
import figures
import release
import shipped
from applicability import applicability, unsure
from baseline import baseline
from evaluate import largest_difference, measure
from metrics import decision
from networks import POSITIVE, Served, build, malignancy, probabilities
from table import Table
from train import predictions

USE = {
    "phantom-trained": "Demonstrating and testing the software on synthetic breast phantoms. Trained on phantoms only; "
    "its scores on images of patients mean nothing. Not a medical device.",
    "trained": "Research. Not a medical device.",
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--status", choices=sorted(USE), required=True)
    parser.add_argument("--description", required=True, help="of the training data, for the card")
    parser.add_argument("--test", type=Path)
    return parser.parse_args()


def main():
    options = arguments()
    state = torch.load(options.run / "best.pt", map_location="cpu")
    settings = state["settings"]
    table = Table.load(options.table)
    rows = table.split(settings["seed"])
    train, validation = table.part(rows["train"]), table.part(rows["validation"])
    if train.digest() != settings["trainingDigest"]:
        raise SystemExit(f"{options.table} is not the table that {options.run} was trained on")
    test = Table.load(options.test) if options.test else table.part(rows["test"])

    exact = trained(settings["architecture"], state["network"]).remember(train.tensors)
    served = compact.round_parameters(copy.deepcopy(exact))
    logits = predictions(served, validation.tensors).numpy()
    decided = decision(logits, validation.classes)
    decided["noOpinion"] = unsure(logits, decided)
    card = {
        **release.base_card(settings["architecture"], options.version, options.status, table.size),
        "decision": decided,
        "applicability": applicability(served, (train, validation)),
        "trainingData": {
            "description": options.description,
            "images": len(train),
            "patients": len(np.unique(train.patients)),
            "digest": train.digest(),
        },
        "intendedUse": USE[options.status],
    }
    card = release.write(options.folder, served, card)
    _, served = shipped.load(options.folder)

    card["training"] = {key: settings[key] for key in ("origin", "seed", "epochs", "batch", "rate")}
    card["training"]["finishedEpochs"] = len(state["history"])
    card["rounding"] = largest_difference(exact, served, validation.tensors)
    card["baseline"] = baseline(train, validation)
    card["results"] = {}
    drawings = []
    for name, part in (("validation", validation), ("test", test)):
        if len(part):
            card["results"][name], logits = measure(served, part, card)
            scores = malignancy(probabilities(logits, decided["temperature"]))
            truth = np.isin(part.classes.numpy(), POSITIVE)
            history = json.loads((options.run / "history.json").read_text()) if name == "validation" else None
            drawings += figures.draw(options.folder, name, card["results"][name], scores, truth, history)
    release.write_json(options.folder / "card.json", card)
    (options.folder / "MODEL_CARD.md").write_text(card_text.text(card, drawings))
    print((options.folder / "MODEL_CARD.md").read_text())


def trained(architecture, state):
    network = build(architecture)
    network.load_state_dict(state)
    return Served(network)


if __name__ == "__main__":
    main()
