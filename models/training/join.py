#!/usr/bin/env python3
"""Puts more training images to a table, whose own split stays as it is.

    join.py TABLE.npz MORE.npz OUT.npz --seed 1

Validation rows are those that `train.py` would choose from TABLE alone with this seed, so that a network trained on OUT can
be held against one trained on TABLE. All of MORE is for training; its patients are other people even where their
identifiers are the same.
"""

import argparse
from pathlib import Path

import numpy as np

from table import Table


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("more", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    first, more = Table.load(options.table), Table.load(options.more)
    split = np.full(len(first), "train", dtype="<U10")
    for name, rows in first.split(options.seed).items():
        split[rows] = name
    columns = {name: joined(first, more, name) for name in first.columns if name in more.columns}
    columns["split"] = np.concatenate([split, np.full(len(more), "train")])
    columns["patient"] = np.concatenate([first.patients, np.char.add("more-", more.patients)])
    np.savez(options.out, **columns)
    print(f"{len(first)} and {len(more)} images in {options.out}")


def joined(first, more, name):
    return np.concatenate([first.columns[name], more.columns[name]])


if __name__ == "__main__":
    main()
