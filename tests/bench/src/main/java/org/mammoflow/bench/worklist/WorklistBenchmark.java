package org.mammoflow.bench.worklist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.mammoflow.bench.RunningServer;

/**
 * How long a page of the worklist takes, as a program asks for it: one request after the other on a server that has
 * nothing else to do.
 *
 * <p>Arguments: the server's data folder, the number of requests of each kind. The database is {@link WorklistFilling}'s.
 */
final class WorklistBenchmark {

    private static final int WARM_UP = 30;

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("first page of the open cases", "state=OPEN");
        PAGES.put("page 200 (case 10,000)", "state=OPEN&page=200");
        PAGES.put("page 1,600 (case 80,000)", "state=OPEN&page=1600");
        PAGES.put("all cases", "");
        PAGES.put("decided", "state=DECIDED");
        PAGES.put("band MEDIUM", "state=OPEN&band=MEDIUM");
        PAGES.put("a patient", "patientId=P20000");
        PAGES.put("an accession number", "accessionNumber=A70000");
        PAGES.put("one modality", "state=OPEN&modality=ROOM7");
        PAGES.put("a modality that sent nothing", "state=OPEN&modality=NOBODY");
        PAGES.put("one day", "state=OPEN&from=2026-03-01&to=2026-03-01");
        PAGES.put("mine", "state=OPEN&mine=true");
        PAGES.put("unclaimed", "state=OPEN&unclaimed=true");
    }

    private WorklistBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        RunningServer server = new RunningServer(Path.of(arguments[0]));
        int requests = Integer.parseInt(arguments[1]);
        System.out.println("| page | p50 ms | p95 ms | slowest ms | requests |\n|---|---|---|---|---|");
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            measure(server, page.getValue(), WARM_UP);
            double[] times = measure(server, page.getValue(), requests);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %d |%n",
                    page.getKey(),
                    times[requests / 2],
                    times[requests * 95 / 100],
                    times[requests - 1],
                    requests);
        }
    }

    /** @return milliseconds, the shortest first */
    private static double[] measure(RunningServer server, String query, int requests)
            throws IOException, InterruptedException {
        double[] times = new double[requests];
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            server.get("api/v1/worklist?" + query);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }
}
