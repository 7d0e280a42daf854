package org.mammoflow.classifier.engine;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A session on a GPU that survives the GPU's running out of memory: it is rebuilt once, and when that does not help the
 * CPU takes over until the network is loaded anew. What fails on the CPU too fails visibly.
 */
public final class RecoveringSession implements Session {

    private static final System.Logger LOG = System.getLogger(RecoveringSession.class.getName());

    private final Supplier<Session> anew;
    private final Supplier<Session> onCpu;
    private final ReadWriteLock calls = new ReentrantReadWriteLock();
    private Session session;

    /**
     * @param anew opens the session as configured; asked at once, and again after the memory ran out
     * @param onCpu opens the same network on the CPU
     */
    public RecoveringSession(Supplier<Session> anew, Supplier<Session> onCpu) {
        this.anew = anew;
        this.onCpu = onCpu;
        this.session = anew.get();
    }

    private sealed interface Attempt {}

    private record Computed(List<Scores> scores) implements Attempt {}

    private record OutOfMemory(Session on, EngineFailure failure) implements Attempt {}

    @Override
    public List<Scores> run(List<float[]> tensors, int size) {
        Attempt attempt = attempt(tensors, size);
        if (attempt instanceof OutOfMemory first) {
            replace(first, anew, "is built anew");
            attempt = attempt(tensors, size);
        }
        if (attempt instanceof OutOfMemory second) {
            replace(second, onCpu, "gives way to one on the CPU, until the network is loaded anew");
            attempt = attempt(tensors, size);
        }
        if (attempt instanceof OutOfMemory last) {
            throw last.failure();
        }
        return ((Computed) attempt).scores();
    }

    private Attempt attempt(List<float[]> tensors, int size) {
        calls.readLock().lock();
        try {
            return new Computed(session.run(tensors, size));
        } catch (EngineFailure e) {
            if (!e.isOutOfGpuMemory()) {
                throw e;
            }
            return new OutOfMemory(session, e);
        } finally {
            calls.readLock().unlock();
        }
    }

    // The lock waits for the calls under way: closing a session under one ends the process.
    private void replace(OutOfMemory failed, Supplier<Session> next, String what) {
        calls.writeLock().lock();
        try {
            if (session == failed.on()) {
                LOG.log(
                        Level.WARNING,
                        "out of GPU memory, the session " + what + ": "
                                + failed.failure().getMessage());
                session.close();
                session = open(next);
            }
        } finally {
            calls.writeLock().unlock();
        }
    }

    // Where memory is so short that the weights find none, the GPU is not asked again.
    private Session open(Supplier<Session> next) {
        try {
            return next.get();
        } catch (EngineFailure e) {
            LOG.log(Level.WARNING, "the session cannot be built anew, the CPU takes over: " + e.getMessage());
            return onCpu.get();
        }
    }

    @Override
    public String provider() {
        calls.readLock().lock();
        try {
            return session.provider();
        } finally {
            calls.readLock().unlock();
        }
    }

    @Override
    public void close() {
        calls.writeLock().lock();
        try {
            session.close();
        } finally {
            calls.writeLock().unlock();
        }
    }
}
