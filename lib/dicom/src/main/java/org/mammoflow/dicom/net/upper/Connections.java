package org.mammoflow.dicom.net.upper;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The connections that have a thread and a buffer. However many come at once, there are never more than the {@link
 * Limits} allow: the {@link Lobby} closes the eldest, and the next one begins when that has ended.
 */
final class Connections {

    /** What a thread needs whose connection was just closed, on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int capacity;
    private final Set<Acceptance> running = new HashSet<>();

    Connections(Limits limits) {
        this.capacity = limits.connections() + limits.associations();
    }

    /** Waits a moment for a place; false when there is none. */
    synchronized boolean enter(Acceptance acceptance) {
        return await(() -> running.size() < capacity, PATIENCE) && running.add(acceptance);
    }

    synchronized void leave(Acceptance acceptance) {
        running.remove(acceptance);
        notifyAll();
    }

    synchronized List<Acceptance> all() {
        return List.copyOf(running);
    }

    /** Whether all have ended within this time. */
    synchronized boolean awaitEnd(Duration time) {
        return await(running::isEmpty, time);
    }

    private boolean await(BooleanSupplier condition, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
