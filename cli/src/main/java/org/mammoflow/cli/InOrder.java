package org.mammoflow.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Works on several things at once but hands the results on in order, with only a few waiting in memory. */
public final class InOrder {
    private final int threads;

    /** @param threads 1 or more */
    public InOrder(int threads) {
        this.threads = threads;
    }

    /** What happens to a result, on the calling thread. */
    @FunctionalInterface
    public interface Consumer<R> {
        void accept(R result) throws Exception;
    }

    /** Runs all tasks; the first failure of a task or of the consumer ends everything and is thrown. */
    public <R> void run(Stream<Callable<R>> tasks, Consumer<R> consumer) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        Deque<Future<R>> ahead = new ArrayDeque<>();
        try {
            for (Callable<R> task : (Iterable<Callable<R>>) tasks::iterator) {
                ahead.add(workers.submit(task));
                if (ahead.size() > 2 * threads) {
                    consumer.accept(result(ahead.remove()));
                }
            }
            while (!ahead.isEmpty()) {
                consumer.accept(result(ahead.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
