package org.mammoflow.bench.intake;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.mammoflow.dicom.net.storage.StorageHandler;
import org.mammoflow.dicom.net.storage.StoreRequest;
import org.mammoflow.dicom.net.storage.StoreResponse;
import org.mammoflow.dicom.net.storage.disk.DigestingCopy;
import org.mammoflow.dicom.net.storage.disk.IncomingFile;
import org.mammoflow.dicom.net.storage.disk.IncomingFolder;
import org.mammoflow.dicom.net.upper.DicomThreads;

/** Keeps every data set in a file, hashed and, if asked for, fsynced. */
final class DurableFiles implements StorageHandler {

    private final IncomingFolder folder;
    private final boolean fsync;
    private final AtomicLong files = new AtomicLong();
    private final DigestingCopy copy =
            new DigestingCopy(Runtime.getRuntime().availableProcessors() - 1, DicomThreads.INSTANCE);

    DurableFiles(IncomingFolder folder, boolean fsync) {
        this.folder = folder;
        this.fsync = fsync;
    }

    @Override
    public StoreResponse store(StoreRequest request, ReadableByteChannel dataSet) throws IOException {
        try (IncomingFile file = folder.create(files.incrementAndGet() + ".dcm")) {
            copy.copy(new byte[0], dataSet, file);
            if (fsync) {
                file.force();
            }
        }
        return StoreResponse.success();
    }
}
