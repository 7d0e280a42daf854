package org.mammoflow.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The test classes of every module, by their simple names, as they are written. */
record TestSources(Map<String, String> byClass) {

    private static final Pattern ANNOTATION = Pattern.compile("@(Test|ParameterizedTest)\\b");

    static TestSources below(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return new TestSources(files.filter(TestSources::isTest)
                    .collect(Collectors.toMap(TestSources::className, TestSources::text, String::concat)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param classAndMethod two names */
    boolean hasTest(List<String> classAndMethod) {
        String source = byClass.getOrDefault(classAndMethod.get(0), "");
        int method = source.indexOf("void " + classAndMethod.get(1) + "(");
        // The formatter puts a blank line before each method, and none between its annotations.
        return method >= 0
                && ANNOTATION
                        .matcher(source.substring(source.lastIndexOf("\n\n", method) + 1, method))
                        .find();
    }

    private static boolean isTest(Path file) {
        String path = file.toString();
        return path.contains("/src/test/java/") && path.matches(".*(Test|IT)\\.java") && !path.contains("/target/");
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
