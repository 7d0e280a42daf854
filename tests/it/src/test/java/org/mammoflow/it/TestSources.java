package org.mammoflow.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The test classes of every module, by their simple names, as they are written. */
record TestSources(Map<String, String> byClass) {

    private static final Pattern ANNOTATION = Pattern.compile("@(Test|ParameterizedTest)\\b");
    // Other tests write there at the same time.
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git", "var");

    static TestSources below(Path root) {
        Map<String, String> byClass = new HashMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_SOURCES.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (isTest(file)) {
                        byClass.merge(className(file), Files.readString(file), String::concat);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestSources(byClass);
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
        return path.contains("/src/test/java/") && path.matches(".*(Test|IT)\\.java");
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
