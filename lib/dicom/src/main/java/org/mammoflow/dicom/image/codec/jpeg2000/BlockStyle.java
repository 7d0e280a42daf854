package org.mammoflow.dicom.image.codec.jpeg2000;

import org.mammoflow.dicom.image.codec.BadCodestream;

/** Code block style (table A.19). */
record BlockStyle(int flags) {
    BlockStyle {
        if (flags > 0x3F) {
            throw BadCodestream.unsupported("JPEG 2000 code block style %02X (high throughput or unknown)", flags);
        }
    }

    /** Raw bits instead of arithmetic coding in the lower bit planes. */
    boolean isBypassing() {
        return (flags & 1) != 0;
    }

    boolean isResettingContexts() {
        return (flags & 2) != 0;
    }

    boolean isTerminatingEachPass() {
        return (flags & 4) != 0;
    }

    boolean isVerticallyCausal() {
        return (flags & 8) != 0;
    }

    boolean hasSegmentationSymbols() {
        return (flags & 32) != 0;
    }

    /** How many passes the codeword segment with this index may hold (table D.9). */
    int passesOfSegment(int index) {
        if (isTerminatingEachPass()) {
            return 1;
        }
        if (!isBypassing()) {
            return Integer.MAX_VALUE;
        }
        return index == 0 ? 10 : index % 2 == 1 ? 2 : 1;
    }

    /** Whether a pass is read as raw bits; passes are counted from 0, the first one is a clean-up. */
    boolean isRaw(int pass) {
        return isBypassing() && pass >= 10 && pass % 3 != 0;
    }
}
