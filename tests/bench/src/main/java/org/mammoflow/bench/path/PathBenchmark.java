package org.mammoflow.bench.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.mammoflow.bench.path.Images.Image;
import org.mammoflow.dicom.net.storage.ScuConfig;
import org.mammoflow.dicom.net.storage.StorageScu;

/**
 * Measures a running server: one image on an idle server, and a burst of images, from the C-STORE to the finding that a
 * reader can see; then the bare network in this process.
 *
 * <p>Arguments: the server's data folder, the network's folder, rounds, images per burst. The server must be idle.
 */
final class PathBenchmark {

    private static final int WORKERS = 2;
    private static final int ASSOCIATIONS = 4;

    private final RunningServer server;
    private final Images images = new Images();

    private PathBenchmark(RunningServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        PathBenchmark bench = new PathBenchmark(new RunningServer(Path.of(arguments[0])));
        int rounds = Integer.parseInt(arguments[2]);
        int burst = Integer.parseInt(arguments[3]);
        BareNetwork bare = new BareNetwork(Path.of(arguments[1]), bench.images.dataSet());
        bench.oneImage();
        bench.burst(WORKERS * 2);
        double[] latencies = new double[rounds];
        double[] speeds = new double[rounds];
        double[] inference = new double[rounds];
        double[] classified = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            latencies[round] = bench.oneImage();
            speeds[round] = bench.burst(burst);
            BareNetwork.Speed speed = bare.run(WORKERS, burst / WORKERS);
            inference[round] = speed.inferenceOnly();
            classified[round] = speed.withPreprocessing();
        }
        double[] ratio = new double[rounds];
        Arrays.setAll(ratio, i -> speeds[i] / inference[i]);
        System.out.println("| what | median (min–max) | runs |\n|---|---|---|");
        print("C-STORE to visible finding, one image, idle server, ms", latencies);
        print("C-STORE to stored findings, burst of " + burst + ", images/s", speeds);
        print("bare ONNX Runtime, inference only, " + WORKERS + " workers, images/s", inference);
        print("bare preprocessing and inference, " + WORKERS + " workers, images/s", classified);
        print("path / bare inference", ratio);
        System.out.println("| peak resident memory of the server, MB | " + bench.peakMegabytes() + " | 1 |");
    }

    /** Milliseconds from the first byte to the finding. */
    private double oneImage() throws IOException, InterruptedException {
        Image image = images.next();
        try (StorageScu association = associate()) {
            association.echo();
            long start = System.nanoTime();
            image.sendOn(association);
            awaitFinding(image);
            return (System.nanoTime() - start) / 1e6;
        }
    }

    /** Images per second. */
    private double burst(int count) throws Exception {
        List<Image> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(images.next());
        }
        ExecutorService senders = Executors.newFixedThreadPool(ASSOCIATIONS);
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < ASSOCIATIONS; i++) {
            int first = i;
            work.add(() -> {
                try (StorageScu association = associate()) {
                    for (int n = first; n < count; n += ASSOCIATIONS) {
                        all.get(n).sendOn(association);
                    }
                }
                return null;
            });
        }
        long start = System.nanoTime();
        for (Future<Void> end : senders.invokeAll(work)) {
            end.get();
        }
        for (Image image : all) {
            awaitFinding(image);
        }
        senders.shutdown();
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private void awaitFinding(Image image) throws IOException, InterruptedException {
        while (!server.hasFinding(image.sopInstanceUid())) {
            LockSupport.parkNanos(2_000_000);
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

    private static void print(String what, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f (%.2f–%.2f) | %d |%n",
                what,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
