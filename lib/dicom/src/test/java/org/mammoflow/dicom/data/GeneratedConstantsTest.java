package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tag.java and Uid.java are rendered from the two dictionary resources; -Dmammoflow.regenerate=true rewrites them. */
class GeneratedConstantsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/mammoflow/dicom/data");
    private static final Path RESOURCES = Path.of("src/main/resources/org/mammoflow/dicom/data");

    @Test
    void tag_constants_equal_the_dictionary_resource() throws IOException {
        check("Tag", renderTags());
    }

    @Test
    void uid_constants_equal_the_dictionary_resource() throws IOException {
        check("Uid", renderUids());
    }

    private static void check(String type, String expected) throws IOException {
        Path source = SOURCES.resolve(type + ".java");
        if (Boolean.getBoolean("mammoflow.regenerate")) {
            Files.writeString(source, expected);
        }
        assertThat(source).hasContent(expected);
    }

    private static String renderTags() throws IOException {
        return rows("elements.txt")
                .filter(row -> !row.endsWith(" R"))
                .map(row -> row.split(" "))
                .filter(row -> row[0].startsWith("60xx") || !row[0].contains("x"))
                .map(row -> "    public static final int %s = 0x%s;%n".formatted(row[3], row[0].replace("xx", "00")))
                .collect(Collectors.joining("", head("Tag", "Data elements of PS3.6 and PS3.7 by keyword"), "}\n"));
    }

    private static String renderUids() throws IOException {
        return rows("uids.txt")
                .filter(row -> !row.startsWith("R ") || row.contains("ExplicitVRBigEndian"))
                .map(row -> row.replaceFirst("^R ", "").split(" ", 3))
                .map(row ->
                        wrapped("    public static final String %s = \"%s\";%n".formatted(constant(row[1]), row[0])))
                .collect(Collectors.joining("", head("Uid", "Unique identifiers of PS3.6 by keyword"), "}\n"));
    }

    /** Broken as the formatter breaks it. */
    private static String wrapped(String line) {
        return line.strip().length() + 4 <= 120 ? line : line.replace(" = ", " =\n            ");
    }

    private static String head(String type, String summary) {
        return """
                package org.mammoflow.dicom.data;

                /** %s; generated from the dictionary resource, see GeneratedConstantsTest. */
                public final class %s {

                    private %s() {}

                """.formatted(summary, type, type);
    }

    /** XRay3DAngiographicImageStorage becomes X_RAY_3D_ANGIOGRAPHIC_IMAGE_STORAGE. */
    private static String constant(String keyword) {
        return keyword.replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z0-9])(?=[A-Z][a-z])|(?<=[A-Z])(?=SRStorage)", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static Stream<String> rows(String resource) throws IOException {
        return Files.readAllLines(RESOURCES.resolve(resource)).stream().filter(line -> !line.startsWith("#"));
    }
}
