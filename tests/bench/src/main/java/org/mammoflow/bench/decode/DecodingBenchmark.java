package org.mammoflow.bench.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mammoflow.bench.path.Table;

/**
 * CPU time for one frame of 3328 × 4096 samples on one thread, ours and others' in turn. Several processes, because what the
 * just-in-time compiler inlines is settled once in each.
 *
 * <p>Arguments: the folder to work in, the number of processes, the frames that each decodes after one that is not counted. Needs dcmtk,
 * gdcm and OpenJPEG's {@code opj_decompress}; readers of ImageIO that lie on the class path are measured too.
 */
final class DecodingBenchmark {
    static final List<Picture> PICTURES =
            List.of(new Picture(12, false), new Picture(14, false), new Picture(16, false), new Picture(16, true));

    private DecodingBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Picture picture : PICTURES) {
            encode(picture, folder);
        }
        Table table = new Table();
        for (int process = 0; process < Integer.parseInt(arguments[1]); process++) {
            measure(folder, arguments[2], table);
        }
        System.out.print(table.markdown());
    }

    private static void encode(Picture picture, Path folder) throws IOException, InterruptedException {
        Path plain = folder.resolve("plain.dcm");
        picture.write(plain);
        for (Coding coding : Coding.values()) {
            Files.write(codestream(folder, coding, picture), coding.encode(plain, folder.resolve("coded.dcm")));
        }
    }

    static Path codestream(Path folder, Coding coding, Picture picture) {
        String extension = coding == Coding.JPEG_2000 ? ".j2k" : ".bin";
        return folder.resolve(coding + "-" + picture.name().replaceAll("\\W+", "-") + extension);
    }

    private static void measure(Path folder, String frames, Table table) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DecodingProcess.class.getName(),
                        folder.toString(),
                        frames)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t");
                table.add(fields[0], Double.parseDouble(fields[1]));
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("a measuring process failed");
        }
    }
}
