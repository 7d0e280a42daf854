package org.mammoflow.dicom.net.storage.disk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** One copy whose hashing runs behind on another thread, by a few chunks at most. */
final class PipelinedCopy {

    private static final int CHUNKS = 8;

    private final DigestingCopy owner;
    private final ReadableByteChannel source;
    private final IncomingFile target;
    private final BlockingQueue<Optional<Chunk>> written = new LinkedBlockingQueue<>();
    private final BlockingQueue<Chunk> free = new LinkedBlockingQueue<>();
    private int taken = 1;

    PipelinedCopy(DigestingCopy owner, ReadableByteChannel source, IncomingFile target) {
        this.owner = owner;
        this.source = source;
        this.target = target;
    }

    byte[] run(Chunk first) throws IOException {
        Future<byte[]> hash = owner.submit(this::hash);
        try {
            try {
                write(first);
            } finally {
                written.add(Optional.empty());
            }
            return hash.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while hashing");
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }

    private void write(Chunk first) throws IOException, InterruptedException {
        Chunk chunk = first;
        do {
            chunk.writeTo(target);
            written.add(Optional.of(chunk));
            chunk = nextFree();
        } while (owner.filled(chunk, source));
        free.add(chunk);
    }

    private Chunk nextFree() throws InterruptedException {
        Chunk chunk = free.poll();
        if (chunk != null) {
            return chunk.empty();
        }
        return taken++ < CHUNKS ? owner.takeChunk() : free.take().empty();
    }

    private byte[] hash() throws InterruptedException {
        MessageDigest digest = DigestingCopy.sha256();
        Optional<Chunk> next = written.take();
        while (next.isPresent()) {
            next.get().digestInto(digest);
            free.add(next.get());
            next = written.take();
        }
        // The writer has ended: nobody takes from here any more.
        free.forEach(owner::giveBack);
        return digest.digest();
    }
}
