package org.mammoflow.dicom.data;

import java.io.IOException;

/**
 * The bytes break a rule of PS3.5 or PS3.10, or a limit of this toolkit. The message names tag, offset and rule, such
 * as {@code (0028,0010) Rows at byte 1312: length 3, expected 2}, and never a value.
 */
public class DicomFormatException extends IOException {

    private static final long serialVersionUID = 1;

    public DicomFormatException(String message) {
        super(message);
    }

    /**
     * @param tag the element that breaks the rule
     * @param offset where its header begins, in bytes from the start of the file or data set
     * @param rule what was found and what was expected
     */
    public DicomFormatException(int tag, long offset, String rule) {
        super(Dictionary.describe(tag) + " at byte " + offset + ": " + rule);
    }
}
