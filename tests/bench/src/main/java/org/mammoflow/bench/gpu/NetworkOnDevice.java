package org.mammoflow.bench.gpu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mammoflow.classifier.Device;
import org.mammoflow.classifier.Network;
import org.mammoflow.classifier.NetworkCard;
import org.mammoflow.classifier.NetworkUnusable;
import org.mammoflow.classifier.engine.OnnxSession;
import org.mammoflow.classifier.engine.Scores;

/** One network on a device, beside the CPU. */
final class NetworkOnDevice {

    static final int ROUNDS = 5;
    private static final int LARGEST_BATCH = 64;
    private static final double TOLERANCE = 1e-3;
    private static final double ROUND_SECONDS = 1;

    private final Path folder;
    private final Device device;
    private final NetworkCard card;
    private boolean holds = true;

    NetworkOnDevice(Path folder, Device device) {
        this.folder = folder;
        this.device = device;
        this.card = NetworkCard.read(folder);
    }

    /** Whether self-test and agreement hold; known after the report. */
    boolean holds() {
        return holds;
    }

    List<String> report() {
        List<String> lines = new ArrayList<>(List.of("## " + card.name() + " " + card.version(), ""));
        lines.add("- self-test: " + selfTest());
        try (OnnxSession cpu = open(new Device.Cpu());
                OnnxSession other = open(device)) {
            lines.add("- provider: " + other.provider());
            lines.add("- agreement with the CPU: " + agreement(cpu, other));
            lines.addAll(List.of("", "| batch | images/s |", "|---|---|"));
            for (int batch = 1; batch <= LARGEST_BATCH; batch *= 2) {
                lines.add("| " + batch + " | " + throughput(other, batch) + " |");
            }
            lines.add("| 1, CPU, " + card.serving().threads() + " thread(s) | " + throughput(cpu, 1) + " |");
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

    private OnnxSession open(Device on) {
        return OnnxSession.open(
                folder.resolve(card.weights().file()), on, card.serving().threads());
    }

    private String agreement(OnnxSession cpu, OnnxSession other) {
        List<float[]> tensors = tensors(LARGEST_BATCH);
        List<Scores> expected = cpu.run(tensors, card.input().size());
        List<Scores> found = other.run(tensors, card.input().size());
        double most = IntStream.range(0, tensors.size())
                .mapToDouble(
                        i -> farthest(expected.get(i).logits(), found.get(i).logits()))
                .max()
                .orElseThrow();
        boolean close = most <= TOLERANCE;
        holds &= close;
        return "%s, farthest logit of %d tensors %.2e apart (limit %.0e)"
                .formatted(close ? "holds" : "FAILED", tensors.size(), most, TOLERANCE);
    }

    private static double farthest(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs((double) one[i] - other[i]))
                .max()
                .orElseThrow();
    }

    private String throughput(OnnxSession session, int batch) {
        List<float[]> tensors = tensors(batch);
        double[] speeds = Stream.generate(() -> imagesPerSecond(session, tensors))
                .limit(ROUNDS + 1L)
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", speeds[ROUNDS / 2], speeds[0], speeds[speeds.length - 1]);
    }

    private double imagesPerSecond(OnnxSession session, List<float[]> tensors) {
        long start = System.nanoTime();
        long images = 0;
        double seconds;
        do {
            session.run(tensors, card.input().size());
            images += tensors.size();
            seconds = (System.nanoTime() - start) / 1e9;
        } while (seconds < ROUND_SECONDS);
        return images / seconds;
    }

    /** Noise as a normalised image has it; the same in every run. */
    private List<float[]> tensors(int count) {
        Random random = new Random(count);
        int values = card.input().size() * card.input().size();
        return Stream.generate(() -> {
                    float[] tensor = new float[values];
                    for (int i = 0; i < values; i++) {
                        tensor[i] = (float) random.nextGaussian();
                    }
                    return tensor;
                })
                .limit(count)
                .toList();
    }
}
