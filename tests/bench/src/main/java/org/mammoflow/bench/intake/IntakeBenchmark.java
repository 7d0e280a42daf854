package org.mammoflow.bench.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs every workload against every server in turn, several rounds, and prints medians as a table.
 *
 * <p>Arguments: the folder to work in, the number of counted rounds, the servers' names; the first server is the one that the
 * others are compared with.
 */
final class IntakeBenchmark {

    private static final List<Workload> WORKLOADS = List.of(
            new Workload(1, 17_000_000, 24),
            new Workload(8, 17_000_000, 6),
            new Workload(1, 500_000, 200),
            new Workload(8, 500_000, 50));

    /** Rounds before the counted ones: servers stand for months, their compilers are done in the first minute. */
    private static final int WARM_UP = 6;

    private IntakeBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int rounds = Integer.parseInt(arguments[1]);
        List<String> names = List.of(arguments).subList(2, arguments.length);
        List<Server> servers = new Servers(folder).start(names);
        try {
            Map<String, Map<String, List<Sample>>> samples = measure(servers, rounds);
            System.out.print(new Report(samples, names.get(0)).markdown());
        } finally {
            for (Server server : servers) {
                server.close();
                server.empty();
            }
        }
    }

    private static Map<String, Map<String, List<Sample>>> measure(List<Server> servers, int rounds)
            throws IOException, InterruptedException {
        Map<String, Map<String, List<Sample>>> samples = new LinkedHashMap<>();
        for (int round = 1 - WARM_UP; round <= rounds; round++) {
            for (Workload workload : WORKLOADS) {
                for (Server server : servers) {
                    Sample sample = new LoadClient(server).run(workload);
                    server.empty();
                    if (round > 0) {
                        samples.computeIfAbsent(workload.name(), w -> new LinkedHashMap<>())
                                .computeIfAbsent(server.name(), s -> new ArrayList<>())
                                .add(sample);
                    }
                }
            }
        }
        return samples;
    }
}
