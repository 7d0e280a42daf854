package org.mammoflow.bench.gpu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mammoflow.classifier.Device;
import org.mammoflow.classifier.Network;
import org.mammoflow.classifier.NetworkCard;
import org.mammoflow.classifier.NetworkUnusable;
import org.mammoflow.classifier.engine.OnnxFile;
import org.mammoflow.classifier.engine.OnnxSession;
import org.mammoflow.classifier.engine.RecoveringSession;
import org.mammoflow.classifier.engine.Scores;
import org.mammoflow.classifier.engine.Session;

/** One network on a device, beside the CPU. */
final class NetworkOnDevice {

    static final int ROUNDS = 5;
    private static final int LARGEST_BATCH = 64;
    private static final int CROWDING_BATCH = 4096;
    private static final double TOLERANCE = 1e-3;
    private static final double ROUND_SECONDS = 0.2;

    private final Path folder;
    private final Path half;
    private final Device device;
    private final NetworkCard card;
    private final Tensors tensors;
    private boolean holds = true;

    /**
     * @param halves folder where a network that computes in 16-bit floats may lie, as {@code name-version.onnx}
     */
    NetworkOnDevice(Path folder, Path halves, Device device) {
        this.folder = folder;
        this.device = device;
        this.card = NetworkCard.read(folder);
        this.half = halves.resolve(card.name() + "-" + card.version() + ".onnx");
        this.tensors = new Tensors(card.input().size());
    }

    /** Whether self-test, agreement and the way out of a full memory hold; known after the report. */
    boolean holds() {
        return holds;
    }

    List<String> report() {
        List<String> lines = new ArrayList<>(List.of("## " + card.name() + " " + card.version(), ""));
        lines.add("- self-test: " + selfTest());
        try (Session cpu = open(new Device.Cpu());
                Session other = open(device)) {
            lines.add("- provider: " + other.provider());
            lines.add("- agreement with the CPU: " + agreement(cpu, other));
            lines.addAll(throughputs(cpu, other));
        }
        lines.add("");
        return lines;
    }

    private String selfTest() {
        try (Network network = Network.load(folder, device)) {
            return "holds on " + network.provider();
        } catch (NetworkUnusable e) {
            holds = false;
            return "FAILED, " + e.reason() + ": " + e.getMessage();
        }
    }

    private Session open(Device on) {
        return OnnxSession.open(card.weights().in(folder), on, card.serving().threads());
    }

    private String agreement(Session cpu, Session other) {
        double most = farthest(cpu, other);
        boolean close = most <= TOLERANCE;
        holds &= close;
        return "%s, farthest logit of %d tensors %.2e apart (limit %.0e)"
                .formatted(close ? "holds" : "FAILED", LARGEST_BATCH, most, TOLERANCE);
    }

    private double farthest(Session one, Session other) {
        List<float[]> batch = tensors.batch(LARGEST_BATCH);
        List<Scores> expected = one.run(batch, tensors.size());
        List<Scores> found = other.run(batch, tensors.size());
        return IntStream.range(0, batch.size())
                .mapToDouble(
                        i -> farthest(expected.get(i).logits(), found.get(i).logits()))
                .max()
                .orElseThrow();
    }

    private static double farthest(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs((double) one[i] - other[i]))
                .max()
                .orElseThrow();
    }

    private List<String> throughputs(Session cpu, Session other) {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(half)) {
            lines.add("- 16-bit floats: not run (no " + half.getFileName() + "; Python with onnx makes it)");
            lines.addAll(List.of("", "| batch | images/s |", "|---|---|"));
            batches().forEach(batch -> lines.add("| %d | %s |".formatted(batch, throughput(other, batch))));
        } else {
            try (Session halved = OnnxSession.open(
                    OnnxFile.alone(half), device, card.serving().threads())) {
                lines.add("- 16-bit floats: farthest logit %.2e from the CPU's".formatted(farthest(cpu, halved)));
                lines.addAll(List.of("", "| batch | images/s | in 16-bit floats |", "|---|---|---|"));
                batches()
                        .forEach(batch -> lines.add("| %d | %s | %s |"
                                .formatted(batch, throughput(other, batch), throughput(halved, batch))));
            }
        }
        lines.add("");
        lines.add("CPU, batch 1, %d thread(s): %s images/s"
                .formatted(card.serving().threads(), throughput(cpu, 1)));
        return lines;
    }

    private static IntStream batches() {
        return IntStream.iterate(1, batch -> batch <= LARGEST_BATCH, batch -> 2 * batch);
    }

    private String throughput(Session session, int batch) {
        List<float[]> images = tensors.batch(batch);
        double[] speeds = Stream.generate(() -> imagesPerSecond(session, images))
                .limit(ROUNDS + 1L)
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", speeds[ROUNDS / 2], speeds[0], speeds[speeds.length - 1]);
    }

    private double imagesPerSecond(Session session, List<float[]> batch) {
        long start = System.nanoTime();
        long images = 0;
        double seconds;
        do {
            session.run(batch, tensors.size());
            images += batch.size();
            seconds = (System.nanoTime() - start) / 1e9;
        } while (seconds < ROUND_SECONDS);
        return images / seconds;
    }

    /** What happens when the GPU's memory is full: the batch is to be answered all the same, by the CPU. */
    String withoutMemory() {
        try (Session cpu = open(new Device.Cpu());
                Session recovering = new RecoveringSession(() -> open(device), () -> open(new Device.Cpu()));
                CrowdedGpu crowd = new CrowdedGpu(() -> open(device), tensors, CROWDING_BATCH, LARGEST_BATCH)) {
            double most = farthest(cpu, recovering);
            boolean answered = recovering.provider().equals(cpu.provider()) && most <= TOLERANCE;
            holds &= answered;
            return "%s: beside %d sessions that fill the memory a batch of %d was computed by %s, farthest logit %.2e off"
                    .formatted(
                            answered ? "holds" : "FAILED",
                            crowd.sessions(),
                            LARGEST_BATCH,
                            recovering.provider(),
                            most);
        }
    }
}
