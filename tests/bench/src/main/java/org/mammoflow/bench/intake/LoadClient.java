package org.mammoflow.bench.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Runs a workload against a server. */
final class LoadClient {

    private static final AtomicLong OBJECTS =
            new AtomicLong(1_000_000_000L + System.currentTimeMillis() % 1_000_000_000L);

    private final Server server;

    LoadClient(Server server) {
        this.server = server;
    }

    /** Runs it once on fresh associations. */
    Sample run(Workload workload) throws IOException, InterruptedException {
        List<LoadAssociation> associations = new ArrayList<>();
        for (int i = 0; i < workload.associations(); i++) {
            associations.add(new LoadAssociation(server.port(), server.aeTitle(), "LOAD"));
        }
        int announced = associations.get(0).maximumLength();
        int maximumLength = announced == 0 ? 128 * 1024 : Math.min(announced, 256 * 1024);
        EncodedObject object = new EncodedObject(workload.objectBytes(), maximumLength);
        double cpuBefore = server.cpuSeconds();
        double idleBefore = Processors.idleSeconds();
        long start = System.nanoTime();
        long[] times = store(workload, associations, object);
        long wall = System.nanoTime() - start;
        double busy = Processors.busy(idleBefore, wall);
        for (LoadAssociation association : associations) {
            association.close();
        }
        return new Sample(workload, wall, median(times), server.cpuSecondsAfter(cpuBefore), busy);
    }

    private static long[] store(Workload workload, List<LoadAssociation> associations, EncodedObject object)
            throws InterruptedException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(associations.size());
        CyclicBarrier together = new CyclicBarrier(associations.size());
        try {
            List<Callable<long[]>> work = new ArrayList<>();
            for (LoadAssociation association : associations) {
                work.add(() -> {
                    together.await();
                    long[] times = new long[workload.objectsPerAssociation()];
                    for (int i = 0; i < times.length; i++) {
                        times[i] = association.store(object, nextUid());
                    }
                    return times;
                });
            }
            LongStream all = LongStream.empty();
            for (Future<long[]> times : threads.invokeAll(work)) {
                all = LongStream.concat(all, LongStream.of(times.get()));
            }
            return all.toArray();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    static String nextUid() {
        return "1.2.826.0.1.3680043." + OBJECTS.incrementAndGet();
    }

    private static long median(long[] times) {
        long[] sorted = LongStream.of(times).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
