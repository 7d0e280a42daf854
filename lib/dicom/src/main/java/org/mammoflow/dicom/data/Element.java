package org.mammoflow.dicom.data;

/** A data element: its tag, its value representation as read or set, its value. */
public record Element(int tag, Vr vr, Value value) {

    /** The representation to understand the value by: PS3.6's where the sender only said "bytes". */
    Vr meaning() {
        boolean opaque = vr == Vr.UN || vr == Vr.OB;
        return opaque && Dictionary.vr(tag) != Vr.SQ ? Dictionary.vr(tag) : vr;
    }

    /** Names tag and representation, never the value. */
    @Override
    public String toString() {
        return Dictionary.describe(tag) + " " + vr;
    }
}
