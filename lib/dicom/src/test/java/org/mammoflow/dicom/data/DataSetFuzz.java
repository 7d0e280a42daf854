package org.mammoflow.dicom.data;

import java.util.Arrays;

/** The first byte chooses the transfer syntax, the others are a data set. */
public final class DataSetFuzz {

    private static final TransferSyntax[] SYNTAXES = {
        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
        TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
        TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN
    };

    private DataSetFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        TransferSyntax syntax = SYNTAXES[Math.floorMod(input[0], SYNTAXES.length)];
        DataSetReader reader = new DataSetReader(syntax, ReaderLimits.STANDARD);
        try {
            Attributes read = reader.read(Arrays.copyOfRange(input, 1, input.length));
            TruncationTest.touch(read);
            checkWrittenAgain(read);
        } catch (DicomFormatException refused) {
            // What breaks a rule is refused in just this way.
        }
    }

    /** Whatever was read can be written, and reads as the same again. */
    private static void checkWrittenAgain(Attributes read) throws DicomFormatException {
        DataSetWriter writer = new DataSetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] once = writer.toBytes(read);
        DataSetReader reader = new DataSetReader(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ReaderLimits.STANDARD);
        byte[] twice;
        try {
            twice = writer.toBytes(reader.read(once));
        } catch (DicomFormatException e) {
            throw new AssertionError("refuses what it wrote itself", e);
        }
        if (!Arrays.equals(once, twice)) {
            throw new AssertionError("reads something else than it wrote");
        }
    }
}
