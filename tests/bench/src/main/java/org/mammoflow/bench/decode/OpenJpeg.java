package org.mammoflow.bench.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OpenJPEG's own program, which tells the processor time of its decoding without the files. */
final class OpenJpeg {
    private static final Pattern TIME = Pattern.compile("decode time: (\\d+) ms");

    private OpenJpeg() {}

    static double millis(Path codestream, Path decoded) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "opj_decompress", "-threads", "0", "-i", codestream.toString(), "-o", decoded.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher time = TIME.matcher(output);
        if (process.waitFor() != 0 || !time.find()) {
            throw new IOException("opj_decompress failed: " + output);
        }
        return Double.parseDouble(time.group(1));
    }
}
