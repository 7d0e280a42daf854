package org.mammoflow.bench.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.mammoflow.dicom.net.storage.DigestingCopy;
import org.mammoflow.dicom.net.storage.StorageHandler;
import org.mammoflow.dicom.net.storage.StoreRequest;
import org.mammoflow.dicom.net.storage.StoreResponse;
import org.mammoflow.dicom.net.upper.DicomThreads;

/** Keeps every data set in a file, hashed and, if asked for, fsynced. */
final class DurableFiles implements StorageHandler {

    private final Path folder;
    private final boolean fsync;
    private final AtomicLong files = new AtomicLong();
    private final DigestingCopy copy =
            new DigestingCopy(Runtime.getRuntime().availableProcessors() - 1, DicomThreads.INSTANCE);

    DurableFiles(Path folder, boolean fsync) {
        this.folder = folder;
        this.fsync = fsync;
    }

    @Override
    public StoreResponse store(StoreRequest request, ReadableByteChannel dataSet) throws IOException {
        Path file = folder.resolve(files.incrementAndGet() + ".dcm");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy.copy(dataSet, out, DigestingCopy.sha256(), this::ensureDurable);
        }
        return StoreResponse.success();
    }

    private void ensureDurable(FileChannel file) throws IOException {
        if (fsync) {
            file.force(false);
        }
    }
}
