"""The model card for people."""

from evaluate import groups, lines

LIMITS = {
    "phantom-trained": [
        "Trained on a digital breast phantom, never on a patient. On mammograms its scores mean nothing.",
        "The phantom's lesions, vendors and implants are invented; a good result here shows that the path from training "
        "to the worklist works, not that the network finds cancer.",
        "Implants drawn by software are easy to tell and say nothing about real implants.",
    ],
    "trained": [],
}


def text(card, drawings):
    size, cells = card["input"]["size"], card["input"]["size"] // 32
    parts = [
        f"# {card['name']} {card['version']}",
        f"**{card['status']}.** {card['intendedUse']}",
        "## What it is",
        "\n".join(
            [
                "| | |",
                "|---|---|",
                f"| Architecture | torchvision `{card['name']}`, one grey channel, four classes |",
                f"| Input | {size} × {size}, from `lib/classifier`'s pixel pipeline, For Presentation images |",
                f"| Outputs | `logits` (4), `cam` (4 × {cells} × {cells}: one cell covers 32 pixels of the input, "
                "so a heat map is coarse) |",
                f"| Training data | {card['trainingData']['description']}: {card['trainingData']['images']} images of "
                f"{card['trainingData']['patients']} patients |",
                f"| Training | from {card['training']['origin']}; {card['training']['finishedEpochs']} epochs until the "
                "best validation AUC |",
                f"| Calibration | temperature {card['decision']['temperature']}, fitted on validation images |",
                f"| Operating point | malignancy ≥ {card['decision']['operatingPoint']}; bands: medium from "
                f"there, high from {card['decision']['high']} |",
                f"| No opinion | malignancy from {card['decision']['noOpinion'][0]} to {card['decision']['noOpinion'][1]} "
                f"(too near the operating point); feature distance above {card['applicability']['distance']}; breast share, "
                f"mean or deviation of the tensor outside {card['applicability']['breastShare']}, "
                f"{card['applicability']['mean']}, {card['applicability']['deviation']} |",
                f"| Weights | `{card['file']}`, SHA-256 `{card['sha256']}`; {rounding(card)} |",
            ]
        ),
    ]
    for name, measured in card["results"].items():
        parts += [f"## Results on {name} images", introduction(name, measured, card), "\n".join(lines(measured))]
        parts += ["\n".join(f"![{d}]({d})" for d in drawings if name in d or (name == "validation" and "training" in d))]
        parts += [f"### {name.capitalize()} by group", "\n".join(groups(measured))]
    parts += ["## Limits", "\n".join(f"- {limit}" for limit in LIMITS[card["status"]] + [SAID_ELSEWHERE])]
    return "\n\n".join(part for part in parts if part) + "\n"


def rounding(card):
    moved = (
        f"moves a logit by at most {card['rounding']['largestLogitDifference']:.4f} and a probability by at most "
        f"{card['rounding']['largestMalignancyDifference']:.4f}"
    )
    if "quantized" not in card:
        return f"rounding {moved}"
    origin, lost = card["quantized"]["from"], card["quantized"]["lostAuc"]
    return f"arithmetic in 8 bits on the weights of {origin} {moved} on validation images and loses {max(0, lost):.4f} of ROC AUC"


SAID_ELSEWHERE = (
    "The 92% (ResNet-18) and 86.7% (ResNet-34) of Subaar et al. 2024 belong to that paper's data and are not claimed here."
)


def introduction(name, measured, card):
    size = f"{measured['images']} images of {measured['patients']} patients; intervals by drawing patients."
    if name == "validation":
        return (
            f"{size} The epoch, the temperature and the thresholds were chosen on these images, so the figures flatter. "
            f"A logistic regression on global intensity statistics reaches an accuracy of "
            f"{card['baseline']['accuracy']:.3f} (AUC {card['baseline']['auc']:.3f}) on the same images."
        )
    return f"{size} Epoch, temperature and operating point were not chosen on them."
