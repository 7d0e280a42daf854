package org.mammoflow.bench.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mammoflow.classifier.Device;

/**
 * Self-test, agreement and throughput of every network, and a GPU without memory: {@code MODELS RESULT.md DEVICE HALVES}.
 */
public final class GpuBenchmark {

    private GpuBenchmark() {}

    /** Ends with status 1 when a network fails its self-test or its agreement. */
    public static void main(String[] arguments) throws IOException {
        Path models = Path.of(arguments[0]);
        Device device = Device.parse(arguments[2]);
        List<String> lines = new ArrayList<>(List.of(
                "# Networks on " + arguments[2],
                "",
                "Medians (least to most) of " + NetworkOnDevice.ROUNDS + " rounds after one that does not count.",
                ""));
        boolean well = true;
        for (Path folder : networks(models)) {
            NetworkOnDevice network = new NetworkOnDevice(folder, Path.of(arguments[3]), device);
            List<String> found = network.report();
            found.forEach(System.out::println);
            lines.addAll(found);
            well &= network.holds();
        }
        if (device instanceof Device.Cuda) {
            NetworkOnDevice network = new NetworkOnDevice(networks(models).get(0), Path.of(arguments[3]), device);
            String found = network.withoutMemory();
            System.out.println(found);
            lines.addAll(List.of("## Out of memory", "", found, ""));
            well &= network.holds();
        }
        Files.write(Path.of(arguments[1]), lines);
        System.exit(well ? 0 : 1);
    }

    private static List<Path> networks(Path models) throws IOException {
        try (Stream<Path> files = Files.walk(models, 3)) {
            return files.filter(file -> file.endsWith("card.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }
}
