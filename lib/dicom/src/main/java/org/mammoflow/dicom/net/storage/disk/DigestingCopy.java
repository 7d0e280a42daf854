package org.mammoflow.dicom.net.storage.disk;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * Writes an arriving data set into a file and computes its SHA-256 on the way, in one pass and in bounded memory.
 *
 * <p>Hashing takes about as long as receiving and writing together. As long as a helper is free, it hashes on a second
 * thread; when all are busy, the processors are, and the copy hashes by itself. So it does with what one chunk holds.
 */
public final class DigestingCopy implements AutoCloseable {

    private final Semaphore idle;
    private final ExecutorService helpers;
    private final Queue<Chunk> chunks = new ConcurrentLinkedQueue<>();

    /**
     * @param helpers how many threads may hash at a time; one less than there are processors, say
     * @param threads where they come from
     */
    public DigestingCopy(int helpers, ThreadFactory threads) {
        this.idle = new Semaphore(helpers);
        this.helpers = Executors.newCachedThreadPool(threads);
    }

    /**
     * Copies until the end of the source.
     *
     * @param head what stands in the file before it; a few hundred bytes, less than a chunk
     * @return the SHA-256 of head and source together, 32 bytes
     */
    public byte[] copy(byte[] head, ReadableByteChannel source, IncomingFile target) throws IOException {
        Chunk first = takeChunk().put(head);
        if (!filled(first, source) || !first.isWhole() || !idle.tryAcquire()) {
            return copyAlone(first, source, target);
        }
        try {
            return new PipelinedCopy(this, source, target).run(first);
        } finally {
            idle.release();
        }
    }

    private byte[] copyAlone(Chunk chunk, ReadableByteChannel source, IncomingFile target) throws IOException {
        MessageDigest digest = sha256();
        do {
            chunk.writeTo(target);
            chunk.digestInto(digest);
        } while (filled(chunk.empty(), source));
        giveBack(chunk);
        return digest.digest();
    }

    /** Gives the chunk back when the source breaks off: callers who do nothing else must not use up the memory. */
    boolean filled(Chunk chunk, ReadableByteChannel source) throws IOException {
        try {
            return chunk.fillFrom(source);
        } catch (IOException | RuntimeException e) {
            giveBack(chunk);
            throw e;
        }
    }

    Chunk takeChunk() {
        Chunk chunk = chunks.poll();
        return chunk == null ? new Chunk() : chunk.empty();
    }

    void giveBack(Chunk chunk) {
        chunks.add(chunk);
    }

    Future<byte[]> submit(Callable<byte[]> hashing) {
        return helpers.submit(hashing);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        helpers.shutdown();
    }
}
