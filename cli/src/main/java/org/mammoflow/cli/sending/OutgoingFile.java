package org.mammoflow.cli.sending;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DicomFormatException;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.net.storage.DataSetSource;
import org.mammoflow.dicom.net.storage.StoreItem;

/**
 * A file that is ready to be sent as it is.
 *
 * @param path of the file
 * @param item what it holds
 * @param source its data set, behind the file meta information
 */
public record OutgoingFile(Path path, StoreItem item, DataSetSource source) {
    private static final int PREAMBLE = 128;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};
    private static final int GROUP_LENGTH_ELEMENT = 12;

    static OutgoingFile read(Path path) throws IOException {
        DicomFile file = DicomFile.read(path, ReaderLimits.STANDARD);
        Attributes dataSet = file.dataSet();
        StoreItem item = new StoreItem(
                uid(dataSet, Tag.SOPClassUID, "SOP Class UID (0008,0016)"),
                uid(dataSet, Tag.SOPInstanceUID, "SOP Instance UID (0008,0018)"),
                file.transferSyntax().uid());
        return new OutgoingFile(path, item, DataSetSource.of(path, dataSetOffset(path, file.meta())));
    }

    /** Preamble and File Meta Information (PS3.10 7.1) lie before the data set; files without them begin with it. */
    private static long dataSetOffset(Path path, Attributes meta) throws IOException {
        long prefix = hasPrefix(path) ? PREAMBLE + PREFIX.length : 0;
        if (meta.isEmpty()) {
            return prefix;
        }
        int length = meta.integer(Tag.FileMetaInformationGroupLength)
                .orElseThrow(
                        () -> new DicomFormatException("(0002,0000) File Meta Information Group Length is missing"));
        return prefix + GROUP_LENGTH_ELEMENT + length;
    }

    private static boolean hasPrefix(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(PREAMBLE + PREFIX.length);
            return Arrays.equals(Arrays.copyOfRange(start, Math.min(PREAMBLE, start.length), start.length), PREFIX);
        }
    }

    private static String uid(Attributes dataSet, int tag, String name) throws DicomFormatException {
        return dataSet.string(tag).orElseThrow(() -> new DicomFormatException(name + " is missing"));
    }
}
