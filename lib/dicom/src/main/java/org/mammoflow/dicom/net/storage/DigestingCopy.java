package org.mammoflow.dicom.net.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
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
 * thread, also while the file is being fsynced; when all are busy, the processors are, and the copy hashes by itself.
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
     * What was written.
     *
     * @param length in bytes
     * @param sha256 32 bytes
     */
    public record Copied(long length, byte[] sha256) {}

    /** What makes the file durable; runs while the last bytes may still be hashed. */
    @FunctionalInterface
    public interface Durability {
        void ensure(FileChannel file) throws IOException;
    }

    /**
     * Copies until the end of the source.
     *
     * @param digest has taken what stands before the data set in the file already, if that is to be covered too
     */
    public Copied copy(ReadableByteChannel source, FileChannel target, MessageDigest digest, Durability durability)
            throws IOException {
        if (!idle.tryAcquire()) {
            return copyAlone(source, target, digest, durability);
        }
        try {
            return new PipelinedCopy(this, source, target).run(digest, durability);
        } finally {
            idle.release();
        }
    }

    private Copied copyAlone(
            ReadableByteChannel source, FileChannel target, MessageDigest digest, Durability durability)
            throws IOException {
        Chunk chunk = takeChunk();
        try {
            long length = 0;
            while (chunk.fillFrom(source)) {
                length += chunk.writeTo(target);
                chunk.digestInto(digest);
            }
            durability.ensure(target);
            return new Copied(length, digest.digest());
        } finally {
            giveBack(chunk);
        }
    }

    Chunk takeChunk() {
        Chunk chunk = chunks.poll();
        return chunk == null ? new Chunk() : chunk;
    }

    void giveBack(Chunk chunk) {
        chunks.add(chunk);
    }

    Future<byte[]> submit(Callable<byte[]> hashing) {
        return helpers.submit(hashing);
    }

    /** An empty SHA-256. */
    public static MessageDigest sha256() {
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
