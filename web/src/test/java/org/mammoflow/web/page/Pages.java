package org.mammoflow.web.page;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages' sources, for tests about all of them. */
final class Pages {

    private static final Path ROOT = Path.of("src/main/webapp");

    private Pages() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .sorted()
                    .toList();
        }
    }

    static String text(Path page) throws IOException {
        return Files.readString(page);
    }

    static Reader reader(String file) throws IOException {
        return Files.newBufferedReader(Path.of(file));
    }
}
