package org.mammoflow.bench.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap of a running server while eight associations send objects of 100 MB at once. A server that holds objects whole
 * dies of it, or refuses them, when it was started with {@code --heap 512m}.
 *
 * <p>Arguments: the server's data folder, objects for each association.
 */
final class HeapBenchmark {

    private static final Pattern USED = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");
    private static final int EVERY_MILLIS = 100;

    private HeapBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Server server = Server.running("whole path", Path.of(arguments[0]));
        Workload workload = new Workload(8, 100_000_000, Integer.parseInt(arguments[1]));
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Long> peak = CompletableFuture.supplyAsync(() -> peakKilobytes(server, ended));
        Sample sample;
        try {
            sample = new LoadClient(server).run(workload);
        } finally {
            ended.set(true);
        }
        System.out.printf(
                "%d objects of 100 MB on 8 associations stored, %.0f MB/s; largest heap in use, garbage included: %d MB%n",
                workload.objects(), sample.megabytesPerSecond(), peak.get() / 1024);
    }

    private static long peakKilobytes(Server server, AtomicBoolean ended) {
        long peak = 0;
        try {
            while (!ended.get()) {
                peak = Math.max(peak, usedKilobytes(server));
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the server's heap cannot be asked for", e);
        }
        return peak;
    }

    private static long usedKilobytes(Server server) throws IOException {
        Process jcmd = new ProcessBuilder("jcmd", Long.toString(server.pid()), "GC.heap_info").start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher used = USED.matcher(answer);
        return used.find() ? Long.parseLong(used.group(1)) : 0;
    }
}
