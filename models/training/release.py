"""Writes a network's folder: the ONNX file, its card, its golden vectors."""

import hashlib
import io
import json
import math
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch

import compact
from networks import CLASSES, MEAN, STD

REPOSITORY = Path(__file__).resolve().parents[2]
OPSET, MOST_IR = 17, 9
OUTPUTS = ["logits", "cam", "distance"]
# Of a card: all but the file's own digest and what is measured on the finished file.
DECIDING = [
    "name",
    "version",
    "status",
    "input",
    "classes",
    "decision",
    "applicability",
    "acceptedIntents",
    "serving",
    "trainingData",
    "intendedUse",
    "weightsOf",
]


def write(folder, served, card):
    """Puts a rounded `Served` network into a folder; the card is completed with the file's name and checksum."""
    card = write_model(folder, compact.pack(exported(served, card)), card, f"{card['name']}.onnx")
    write_json(Path(folder) / "golden.json", golden(served, card["input"]["size"]))
    return card


def write_model(folder, model, card, name):
    """Puts an ONNX model and its card into a folder; the card is completed with the file's name and checksum."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    model.ir_version = min(model.ir_version, MOST_IR)
    for key, value in metadata(card).items():
        model.metadata_props.add(key=key, value=value)
    file = folder / name
    file.write_bytes(model.SerializeToString())
    card = {**card, "file": file.name, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
    write_json(folder / "card.json", card)
    return card


def write_json(file, value):
    file.write_text(json.dumps(without_nan(value), indent=2, ensure_ascii=False) + "\n")


def without_nan(value):
    """JSON has no NaN: what could not be measured is null."""
    if isinstance(value, dict):
        return {key: without_nan(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [without_nan(item) for item in value]
    return None if isinstance(value, float) and math.isnan(value) else value


def exported(served, card):
    """The ONNX model of a `Served` network, weights in 32-bit floats."""
    size = card["input"]["size"]
    buffer = io.BytesIO()
    torch.onnx.export(
        served,
        torch.zeros(1, 1, size, size),
        buffer,
        input_names=["image"],
        output_names=OUTPUTS,
        dynamic_axes={name: {0: "batch"} for name in ("image", *OUTPUTS)},
        opset_version=OPSET,
    )
    return onnx.load_from_string(buffer.getvalue())


def card_digest(card):
    """SHA-256 of what a card decides by, so that the file tells which card is its own."""
    decided = json.dumps({key: card[key] for key in DECIDING if key in card}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(decided.encode()).hexdigest()


def metadata(card):
    return {
        "name": card["name"],
        "version": card["version"],
        "status": card["status"],
        "classes": ",".join(CLASSES),
        "input": json.dumps(card["input"]),
        "training_data_digest": card["trainingData"]["digest"],
        "card_digest": card_digest(card),
    }


def golden(served, size):
    """What PyTorch makes of the tensors that the Java pipeline makes of the golden images."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "golden.npz"
        classes = REPOSITORY / "lib/classifier/target/classes"
        if not classes.is_dir():
            raise SystemExit(f"Build lib/classifier first; {classes} is missing")
        program = ["java", "-cp", str(classes), "org.mammoflow.classifier.GoldenTensors"]
        subprocess.run([*program, str(size), str(MEAN), str(STD), str(table)], check=True)
        rows = np.load(table)
        logits, *_ = served(torch.from_numpy(rows["tensors"]))
        vectors = [
            {"image": json.loads(image), "tensorDigest": str(digest), "logits": [float(x) for x in row]}
            for image, digest, row in zip(rows["image"], rows["digest"], logits)
        ]
    return {"tolerance": 1e-4, "toleranceGpu": 1e-3, "vectors": vectors}


def base_card(name, version, status, size):
    """The parts of a card that do not depend on training."""
    return {
        "name": name,
        "version": version,
        "status": status,
        "input": {"size": size, "mean": MEAN, "std": STD},
        "classes": CLASSES,
        "acceptedIntents": ["FOR PRESENTATION"],
        "serving": {"batchSize": 1, "threads": 1},
    }
