package org.mammoflow.parts.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of tests that are too large to be left behind: networks have tens of megabytes. */
public final class Throwaway {

    private Throwaway() {}

    /** An empty folder that goes with this JVM. */
    public static Path folder(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(prefix);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static void delete(Path folder) {
        for (Path path : deepestFirst(folder)) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Something is still being written there; what is left is small.
                return;
            }
        }
    }

    private static List<Path> deepestFirst(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            return content.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
