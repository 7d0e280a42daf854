package org.mammoflow.bench.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.mammoflow.dicom.net.storage.StorageHandler;
import org.mammoflow.dicom.net.storage.StoreRequest;
import org.mammoflow.dicom.net.storage.StoreResponse;

/** Writes every data set into a file, neither hashed nor forced: what dcmtk's and dcm4che's programs do. */
final class PlainFiles implements StorageHandler {

    private static final int BUFFER = 256 * 1024;

    private final Path folder;
    private final AtomicLong files = new AtomicLong();
    private final ThreadLocal<ByteBuffer> buffers = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER));

    PlainFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public StoreResponse store(StoreRequest request, ReadableByteChannel dataSet) throws IOException {
        Path file = folder.resolve(files.incrementAndGet() + ".dcm");
        ByteBuffer buffer = buffers.get().clear();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (dataSet.read(buffer) >= 0) {
                out.write(buffer.flip());
                buffer.compact();
            }
        }
        return StoreResponse.success();
    }
}
