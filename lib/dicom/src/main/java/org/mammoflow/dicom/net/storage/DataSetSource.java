package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An encoded data set, without file meta information, that can be read more than once. */
@FunctionalInterface
public interface DataSetSource {

    ReadableByteChannel open() throws IOException;

    /** A data set in a file, from an offset on: behind the file meta information of a PS3.10 file, or 0. */
    static DataSetSource of(Path file, long offset) {
        return () -> FileChannel.open(file, StandardOpenOption.READ).position(offset);
    }
}
