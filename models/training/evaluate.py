#!/usr/bin/env python3
"""Measures a shipped network on a table of tensors, with the thresholds of its card.

    evaluate.py models/resnet18/1.0.0 TABLE.npz [--json FILE]

Choose nothing by what comes out: a table that was used for a choice is no test any more.
"""

import argparse
from pathlib import Path

import numpy as np

import release
import shipped
from applicability import refused
from metrics import results, share
from networks import malignancy, probabilities
from table import Table
from train import predictions

SHOWN = ["accuracy", "balancedAccuracy", "sensitivity", "specificity", "auc", "fourClassAccuracy", "implantAccuracy"]


def measure(served, table, card):
    """Results on a table, all images counted; adds the logits for whoever draws them."""
    logits = predictions(served, table.tensors)
    measured = results(logits.numpy(), table, card["decision"])
    scores = malignancy(probabilities(logits, card["decision"]["temperature"]))
    low, high = card["decision"]["noOpinion"]
    measured["unlikeTraining"] = share(refused(card, served, table.tensors))
    measured["unsure"] = share((scores >= low) & (scores <= high))
    return measured, logits


def lines(measured):
    """A Markdown table of results with their intervals."""
    yield "| measure | value | 95% interval |"
    yield "|---|---|---|"
    for name in SHOWN:
        value = measured[name]
        yield f"| {words(name)} | {value['value']:.3f} | {value['low']:.3f}–{value['high']:.3f} |"
    yield f"| expected calibration error | {measured['calibrationError']:.3f} | |"
    yield f"| no opinion: unlike the training images | {measured['unlikeTraining']:.3f} | |"
    yield f"| no opinion: near the operating point | {measured['unsure']:.3f} | |"


def groups(measured):
    """A Markdown table of results by group; small groups scatter widely."""
    yield "| group | images | AUC | sensitivity | specificity |"
    yield "|---|---|---|---|---|"
    for column, values in measured["by"].items():
        for value, figures in values.items():
            numbers = " | ".join(dashed(figures[name]) for name in ("auc", "sensitivity", "specificity"))
            yield f"| {column} {value} | {figures['images']} | {numbers} |"


def dashed(number):
    return "–" if np.isnan(number) else f"{number:.3f}"


def words(name):
    split = "".join(" " + letter.lower() if letter.isupper() else letter for letter in name)
    return {"auc": "ROC AUC", "four class accuracy": "accuracy over four classes"}.get(split, split)


def largest_difference(exact, served, tensors):
    """How far rounding moves a logit and a probability of malignancy."""
    before, after = predictions(exact, tensors), predictions(served, tensors)
    moved = np.abs(malignancy(probabilities(before)) - malignancy(probabilities(after)))
    return {"largestLogitDifference": float((before - after).abs().max()), "largestMalignancyDifference": float(moved.max())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    card, served = shipped.load(options.network)
    measured, _ = measure(served, Table.load(options.table), card)
    print(f"{card['name']} {card['version']} ({card['status']}) on {measured['images']} images of "
          f"{measured['patients']} patients\n")
    print("\n".join([*lines(measured), "", *groups(measured)]))
    if options.json:
        release.write_json(options.json, measured)


if __name__ == "__main__":
    main()
