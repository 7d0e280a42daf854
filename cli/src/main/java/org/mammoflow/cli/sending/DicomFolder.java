package org.mammoflow.cli.sending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mammoflow.cli.CannotContinue;

/**
 * The DICOM files that a command line names.
 *
 * @param files readable objects, in order of their names
 * @param unreadable one sentence for each file that is no DICOM object
 */
public record DicomFolder(List<OutgoingFile> files, List<String> unreadable) {

    /** Reads the headers of files and of all files in folders. */
    public static DicomFolder of(List<Path> paths) throws IOException {
        List<OutgoingFile> files = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path path : allFiles(paths)) {
            try {
                files.add(OutgoingFile.read(path));
            } catch (IOException | RuntimeException e) {
                unreadable.add(path + " is no DICOM object that can be sent: " + e.getMessage());
            }
        }
        return new DicomFolder(files, unreadable);
    }

    private static Set<Path> allFiles(List<Path> paths) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CannotContinue("There is no " + path);
            }
            try (Stream<Path> below = Files.walk(path)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /** SOP classes with the transfer syntaxes that the files have. */
    public Map<String, List<String>> transferSyntaxes() {
        return files.stream()
                .map(OutgoingFile::item)
                .collect(Collectors.groupingBy(
                        item -> item.sopClassUid(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                item -> item.transferSyntaxUid(),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(LinkedHashSet::new), List::copyOf))));
    }
}
