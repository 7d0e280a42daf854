package org.mammoflow.parts.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the product under test lies. */
public final class Checkout {
    private Checkout() {}

    public static Path root() {
        // Maven runs each module of tests in its own folder.
        return Path.of("../..").toAbsolutePath().normalize();
    }

    public static String launcher() {
        return root().resolve("mammoflow").toString();
    }

    /** The WildFly that the build has unpacked and configured. */
    public static Path wildfly() {
        try (var folders = Files.newDirectoryStream(root().resolve("server/target"), "wildfly-*.Final")) {
            return folders.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
