package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** One copy whose hashing runs behind on another thread, by a few chunks at most. */
final class PipelinedCopy {

    private static final int CHUNKS = 16;

    private final DigestingCopy owner;
    private final ReadableByteChannel source;
    private final FileChannel target;
    private final BlockingQueue<Optional<Chunk>> written = new LinkedBlockingQueue<>();
    private final BlockingQueue<Chunk> free = new LinkedBlockingQueue<>();
    private int taken;

    PipelinedCopy(DigestingCopy owner, ReadableByteChannel source, FileChannel target) {
        this.owner = owner;
        this.source = source;
        this.target = target;
    }

    DigestingCopy.Copied run(MessageDigest digest, DigestingCopy.Durability durability) throws IOException {
        Future<byte[]> hash = owner.submit(() -> hash(digest));
        try {
            long length = 0;
            try {
                length = write();
            } finally {
                written.add(Optional.empty());
            }
            durability.ensure(target);
            return new DigestingCopy.Copied(length, hash.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while hashing");
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }

    private long write() throws IOException, InterruptedException {
        long length = 0;
        Chunk chunk = nextFree();
        while (chunk.fillFrom(source)) {
            length += chunk.writeTo(target);
            written.add(Optional.of(chunk));
            chunk = nextFree();
        }
        free.add(chunk);
        return length;
    }

    private Chunk nextFree() throws InterruptedException {
        Chunk chunk = free.poll();
        if (chunk != null) {
            return chunk;
        }
        return taken++ < CHUNKS ? owner.takeChunk() : free.take();
    }

    private byte[] hash(MessageDigest digest) throws InterruptedException {
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
