#!/usr/bin/env python3
"""Exports a ResNet-18 with fixed-seed weights, to try the whole path while no trained network is at hand.

Usage: export_untrained.py [FOLDER]
"""

import sys

import compact
import release
from networks import Served, build

VERSION = "0.1.0-untrained"

MODEL_CARD = """# ResNet-18, {version}

**Untrained.** The weights are random (seed 0). The scores mean nothing; they only show that the path works.

| | |
|---|---|
| Status | untrained |
| Intended use | Trying out and testing the software. Not a medical device; not for any image of a patient |
| Architecture | torchvision `resnet18`, one grey channel, four classes |
| Input | 224 × 224, from `lib/classifier`'s pixel pipeline |
| Outputs | `logits` (4), `cam` (4 × 7 × 7: one cell covers 32 pixels of the input) |
| Training data | none |
| Results | none |
| Made by | `models/training/export_untrained.py` |
"""


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else release.REPOSITORY / "models/resnet18" / VERSION
    served = compact.round_parameters(Served(build("resnet18", seed=0)))
    card = {
        **release.base_card("resnet18", VERSION, "untrained", 224),
        "decision": {"temperature": 1.0, "operatingPoint": 0.5, "high": 0.8, "medium": 0.5},
        "trainingData": {"description": "none: random weights, seed 0", "images": 0, "patients": 0, "digest": ""},
        "intendedUse": "Trying out the software only. The network is untrained and its scores mean nothing. "
        "Not a medical device.",
    }
    card = release.write(folder, served, card)
    (release.Path(folder) / "MODEL_CARD.md").write_text(MODEL_CARD.format(version=VERSION))
    print(f"{folder}: {card['file']} {card['sha256']}")


if __name__ == "__main__":
    main()
