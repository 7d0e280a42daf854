"""same_json.py FILE JSON OTHER: says how JSON, the model of a DICOM file, differs from pydicom's idea of the file and
from another program's JSON; says "same" when it does not."""

import json
import sys

from pydicom import dcmread
from pydicom.dataset import Dataset


def plain(value):
    """DS and IS may be strings or numbers; an empty list is the same as none."""
    if isinstance(value, dict):
        return {
            key: plain(inner)
            for key, inner in value.items()
            if inner != [] and inner != "" and key != "BulkDataURI" and not key.endswith("0000")
        }
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return value
    return float(value) if isinstance(value, (int, float)) else value


ours = json.load(open(sys.argv[2], encoding="utf-8"))
theirs = json.load(open(sys.argv[3], encoding="utf-8"))
read = dcmread(sys.argv[1])
del read.PixelData
again = Dataset.from_json(json.dumps({tag: value for tag, value in ours.items() if tag != "7FE00010"}))

differences = []
for element in read:
    if element.keyword != "SpecificCharacterSet" and (element.tag not in again or again[element.tag].value != element.value):
        differences.append("pydicom %s" % element.tag)
for tag in sorted(set(ours) | set(theirs)):
    if tag not in ("7FE00010", "00080005") and plain(ours.get(tag)) != plain(theirs.get(tag)):
        differences.append("%s %s %s" % (tag, ours.get(tag), theirs.get(tag)))
print("\n".join(differences) or "same")
