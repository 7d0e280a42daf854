package org.mammoflow.bench.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.mammoflow.bench.RunningServer;
import org.mammoflow.bench.path.Images.Image;
import org.mammoflow.dicom.net.storage.ScuConfig;
import org.mammoflow.dicom.net.storage.StorageScu;

/**
 * Measures a running server: one image on an idle server, a burst of images from the C-STORE to the finding that a reader
 * can see, and jobs that wait already; then the bare network in this process.
 *
 * <p>Arguments: the server's data folder, the network's folder, rounds, images per burst. The server must be idle and run
 * from this checkout.
 */
final class PathBenchmark {

    private static final int WORKERS = 2;
    private static final int ASSOCIATIONS = 4;
    /** Rounds before the counted ones: servers stand for months, their compilers are done within minutes. */
    private static final int WARM_UP = 9;

    private final RunningServer server;
    private final Images images = new Images();
    private final Table table = new Table();

    private PathBenchmark(RunningServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        PathBenchmark bench = new PathBenchmark(new RunningServer(Path.of(arguments[0])));
        BareNetwork bare = new BareNetwork(Path.of(arguments[1]), bench.images.dataSet());
        int rounds = Integer.parseInt(arguments[2]);
        int burst = Integer.parseInt(arguments[3]);
        for (int round = 0; round < WARM_UP; round++) {
            bench.oneImage();
            bench.burst(burst);
            bench.drained(burst);
        }
        for (int round = 0; round < rounds; round++) {
            bench.round(bare, burst);
        }
        System.out.print(bench.table.markdown());
        System.out.println("| peak resident memory of the server, MB | " + bench.peakMegabytes() + " | 1 |");
    }

    private void round(BareNetwork bare, int burst) throws Exception {
        table.add("C-STORE to visible finding, one image, idle server, ms", oneImage());
        double stored = table.add("C-STORE to stored findings, burst of " + burst + ", images/s", burst(burst));
        double drained = table.add("queued jobs to stored findings, images/s", drained(burst));
        BareNetwork.Times times = bare.run(WORKERS, burst / WORKERS);
        table.add("bare ONNX Runtime, " + WORKERS + " workers, ms for an image", times.inference());
        table.add("bare preprocessing from file to tensor, " + WORKERS + " workers, ms", times.preprocessing());
        table.add("one pass over a mapped file, " + WORKERS + " workers, ms", times.onePass());
        double floor = table.add("floor by addition, " + WORKERS + " workers, images/s", times.floor(WORKERS));
        table.add("queued jobs to stored findings / floor", drained / floor);
        table.add("C-STORE to stored findings / floor", stored / floor);
    }

    /** Milliseconds from the first byte to the finding. */
    private double oneImage() throws IOException, InterruptedException {
        Image image = images.next();
        try (StorageScu association = associate()) {
            association.echo();
            long start = System.nanoTime();
            image.sendOn(association);
            awaitFinding(image, 2);
            return (System.nanoTime() - start) / 1e6;
        }
    }

    /** Images per second from the first C-STORE to the last finding. */
    private double burst(int count) throws Exception {
        List<Image> all = some(count);
        long start = System.nanoTime();
        send(all);
        awaitLast(all);
        return count / ((System.nanoTime() - start) / 1e9);
    }

    /** Images per second of the server that has nothing else to do, once it is at work. */
    private double drained(int count) throws Exception {
        List<Image> all = some(count);
        server.queue("pause");
        send(all);
        server.queue("resume");
        awaitLast(all);
        List<Instant> ends = new ArrayList<>();
        for (Image image : all) {
            ends.add(server.findingRecorded(image.sopInstanceUid()).orElseThrow());
        }
        Collections.sort(ends);
        int begun = count / 5;
        return (count - 1 - begun)
                / (Duration.between(ends.get(begun), ends.get(count - 1)).toNanos() / 1e9);
    }

    private List<Image> some(int count) throws IOException {
        List<Image> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(images.next());
        }
        return some;
    }

    private void send(List<Image> all) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(ASSOCIATIONS);
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < ASSOCIATIONS; i++) {
            int first = i;
            work.add(() -> {
                try (StorageScu association = associate()) {
                    for (int n = first; n < all.size(); n += ASSOCIATIONS) {
                        all.get(n).sendOn(association);
                    }
                }
                return null;
            });
        }
        try {
            for (Future<Void> end : senders.invokeAll(work)) {
                end.get();
            }
        } finally {
            senders.shutdown();
        }
    }

    // Asked seldom: the asking is work for the server too.
    private void awaitLast(List<Image> all) throws IOException, InterruptedException {
        for (int i = all.size() - 1; i >= 0; i--) {
            awaitFinding(all.get(i), 150);
        }
    }

    private void awaitFinding(Image image, int everyMillis) throws IOException, InterruptedException {
        while (!server.hasFinding(image.sopInstanceUid())) {
            LockSupport.parkNanos(everyMillis * 1_000_000L);
        }
    }

    private StorageScu associate() throws IOException {
        return StorageScu.connect(ScuConfig.of(server.dicom(), Map.of(Images.SOP_CLASS, List.of(Images.SYNTAX))));
    }

    private String peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse("not known");
    }
}
