package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.mammoflow.parts.server.Caller;
import org.mammoflow.parts.server.MammoflowServer;

/**
 * An auditor makes files while a reader decides and takes back without pause. Each file names the row of the audit trail
 * whose state it shows: so the trail, which is exported afterwards, knows by itself what the file must say.
 */
final class FilesDuringReview {

    private static final int FILES = 6;

    private final MammoflowServer server;
    private final List<Long> findings;

    FilesDuringReview(MammoflowServer server, List<Long> findings) {
        this.server = server;
        this.findings = findings;
    }

    void assertThatEachShowsOneState() throws Exception {
        List<String> files = made();
        List<JsonObject> trail = trail();
        Set<Long> states = new HashSet<>();
        for (String file : files) {
            long state = number(file, "# state: after row ([0-9]+) of the audit trail");
            Map<Long, String> told = verdicts(file);
            assertThat(number(file, "# all: AI positive ([0-9]+) confirmed")
                            + number(file, "# all: .*; AI negative ([0-9]+) confirmed"))
                    .isEqualTo(
                            told.values().stream().filter("CONFIRMED"::equals).count());
            assertThat(number(file, "# images received: [0-9]+; with finding ([0-9]+)"))
                    .isEqualTo(told.size());
            told.keySet().retainAll(findings);
            assertThat(told).isEqualTo(verdicts(trail, state));
            states.add(state);
        }
        assertThat(states).as("states between which something was decided").hasSize(FILES);
    }

    private List<String> made() throws Exception {
        AtomicBoolean exporting = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        int half = findings.size() / 2;
        List<Future<?>> reading = new ArrayList<>();
        for (List<Long> some : List.of(findings.subList(0, half), findings.subList(half, findings.size()))) {
            reading.add(readers.submit(() -> decide(some, exporting)));
        }
        List<String> files = new ArrayList<>();
        while (files.size() < FILES) {
            files.add(new String(server.as("auditor").bytes("/api/v1/reports/findings.csv")));
        }
        exporting.set(false);
        for (Future<?> each : reading) {
            each.get();
        }
        readers.shutdown();
        return files;
    }

    // Every answer must be the usual one: a connection that kept the moment of an export would refuse to write.
    private void decide(List<Long> some, AtomicBoolean exporting) {
        Caller reader = server.as("radiologist");
        while (exporting.get()) {
            for (long finding : some) {
                String reviews = "/api/v1/findings/" + finding + "/reviews";
                assertThat(reader.postJson(reviews, "{\"verdict\":\"CONFIRMED\"}")
                                .statusCode())
                        .isEqualTo(201);
                assertThat(reader.delete(reviews).statusCode()).isEqualTo(200);
            }
        }
    }

    private List<JsonObject> trail() {
        return new String(server.as("auditor").bytes("/api/v1/audit/export"))
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(line -> line.has("row"))
                .map(line -> line.getAsJsonObject("row"))
                .toList();
    }

    private Map<Long, String> verdicts(List<JsonObject> trail, long state) {
        Map<Long, String> verdicts = new HashMap<>();
        findings.forEach(finding -> verdicts.put(finding, "OPEN"));
        trail.stream().filter(row -> row.get("seq").getAsLong() <= state).forEach(row -> {
            switch (row.get("action").getAsString()) {
                case "FINDING_REVIEWED" -> verdicts.put(row.get("objectId").getAsLong(), "CONFIRMED");
                case "REVIEW_WITHDRAWN" -> verdicts.put(row.get("objectId").getAsLong(), "OPEN");
                default -> {}
            }
        });
        verdicts.keySet().retainAll(findings);
        return verdicts;
    }

    private static Map<Long, String> verdicts(String file) throws IOException {
        Map<Long, String> verdicts = new HashMap<>();
        for (CSVRecord row : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(file.substring(0, file.indexOf("# "))))) {
            verdicts.put(Long.valueOf(row.get("finding_id")), row.get("verdict"));
        }
        return verdicts;
    }

    private static long number(String file, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(file);
        assertThat(found.find()).as(pattern).isTrue();
        return Long.parseLong(found.group(1));
    }
}
