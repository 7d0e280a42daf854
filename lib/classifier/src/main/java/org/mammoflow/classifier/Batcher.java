package org.mammoflow.classifier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.mammoflow.classifier.engine.Scores;

/**
 * Collects tensors that come at the same time into one run. Whoever finds no open batch opens one and leads it: waits
 * until it is full or its time is over, runs it, and tells the others. There is no thread beside those of the callers.
 */
final class Batcher implements Scorer {

    private final Function<List<float[]>, List<Scores>> run;
    private final int most;
    private final Duration wait;
    private Batch open;

    /**
     * @param run the network; scores in the order of the tensors
     * @param most tensors in one run, above 1
     * @param wait how long a tensor waits for others at most
     */
    Batcher(Function<List<float[]>, List<Scores>> run, int most, Duration wait) {
        this.run = run;
        this.most = most;
        this.wait = wait;
    }

    private record Place(Batch batch, int index) {

        boolean leads() {
            return index == 0;
        }
    }

    private static final class Batch {

        final List<float[]> tensors = new ArrayList<>();
        final CountDownLatch full = new CountDownLatch(1);
        final CompletableFuture<List<Scores>> scores = new CompletableFuture<>();
    }

    @Override
    public Scores score(float[] tensor) {
        Place place = join(tensor);
        if (place.leads()) {
            awaitOthers(place.batch());
            close(place.batch());
            compute(place.batch());
        }
        return result(place);
    }

    private synchronized Place join(float[] tensor) {
        if (open == null) {
            open = new Batch();
        }
        Batch batch = open;
        batch.tensors.add(tensor);
        if (batch.tensors.size() == most) {
            open = null;
            batch.full.countDown();
        }
        return new Place(batch, batch.tensors.size() - 1);
    }

    private void awaitOthers(Batch batch) {
        try {
            batch.full.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // The others wait for this thread: the batch is run now, as it is.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void close(Batch batch) {
        if (open == batch) {
            open = null;
        }
    }

    private void compute(Batch batch) {
        try {
            batch.scores.complete(run.apply(batch.tensors));
        } catch (RuntimeException | Error e) {
            batch.scores.completeExceptionally(e);
        }
    }

    private static Scores result(Place place) {
        try {
            return place.batch().scores.join().get(place.index());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
