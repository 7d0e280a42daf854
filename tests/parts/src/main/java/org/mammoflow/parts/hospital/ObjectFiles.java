package org.mammoflow.parts.hospital;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mammoflow.parts.server.MammoflowServer;

/** The files that a server keeps of objects. */
public record ObjectFiles(Path folder) {

    public static ObjectFiles of(MammoflowServer server) {
        return new ObjectFiles(server.home().resolve("instances"));
    }

    public Path of(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256 + ".dcm");
    }

    public Set<Path> stored() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is still arriving, or was left of an arrival. */
    public List<Path> unfinished() {
        try (Stream<Path> files = Files.list(folder.resolve("incoming"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
