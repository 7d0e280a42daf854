"""Writes and reads names and texts in many character sets with pydicom.

write CASES FOLDER: one data set for each line "terms<TAB>name<TAB>text" of CASES, as FOLDER/<line number>.dcm
read FOLDER COUNT: prints "name<TAB>text" of each of these files
"""

import sys

from pydicom import dcmread
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian


def write(cases, folder):
    with open(cases, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            terms, name, text = line.rstrip("\n").split("\t")
            meta = FileMetaDataset()
            meta.TransferSyntaxUID = ExplicitVRLittleEndian
            data_set = FileDataset(None, {}, file_meta=meta, preamble=bytes(128))
            data_set.is_little_endian, data_set.is_implicit_VR = True, False
            data_set.SOPClassUID = "1.2.840.10008.5.1.4.1.1.7"
            data_set.SOPInstanceUID = "1.2.3"
            data_set.SpecificCharacterSet = terms.split("\\")
            data_set.PatientName = name
            data_set.PatientComments = text
            item = Dataset()
            item.CodeMeaning = text
            data_set.ConceptNameCodeSequence = [item]
            data_set.save_as("%s/%d.dcm" % (folder, number))


def read(folder, count):
    for number in range(int(count)):
        data_set = dcmread("%s/%d.dcm" % (folder, number))
        print("%s\t%s" % (data_set.PatientName, data_set.PatientComments))


{"write": write, "read": read}[sys.argv[1]](*sys.argv[2:])
