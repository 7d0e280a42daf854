package org.mammoflow.bench.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes every codestream several times with every decoder and prints a line for each: what, a tab, milliseconds. */
final class DecodingProcess {
    private final Path folder;

    private DecodingProcess(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DecodingProcess process = new DecodingProcess(Path.of(arguments[0]));
        int frames = Integer.parseInt(arguments[1]);
        for (Coding coding : Coding.values()) {
            for (Picture picture : DecodingBenchmark.PICTURES) {
                process.measure(coding, picture, frames);
            }
        }
    }

    private void measure(Coding coding, Picture picture, int frames) throws IOException, InterruptedException {
        Path file = DecodingBenchmark.codestream(folder, coding, picture);
        byte[] codestream = Files.readAllBytes(file);
        short[] samples = picture.samples();
        Optional<ImageReader> library = library(coding);
        for (int frame = 0; frame <= frames; frame++) {
            boolean counted = frame > 0;
            print(counted, coding, "", picture, ours(coding, codestream, picture, samples));
            if (library.isPresent()) {
                String name = library.get().getClass().getPackageName();
                print(counted, coding, " by " + name, picture, theirs(library.get(), codestream));
            }
            if (coding == Coding.JPEG_2000) {
                print(counted, coding, " by OpenJPEG", picture, OpenJpeg.millis(file, folder.resolve("theirs.rawl")));
            }
        }
    }

    private static void print(boolean counted, Coding coding, String by, Picture picture, double millis) {
        if (counted) {
            System.out.println(coding.title() + by + ", " + picture.name() + ", ms\t" + millis);
        }
    }

    private static double ours(Coding coding, byte[] codestream, Picture picture, short[] samples) {
        long start = cpuNanos();
        short[] decoded = coding.decoder().decode(codestream, picture.grid());
        double millis = (cpuNanos() - start) / 1e6;
        if (!Arrays.equals(decoded, samples)) {
            throw new IllegalStateException(coding + " of " + picture + " is not exact");
        }
        return millis;
    }

    /** A reader that does not come with the JDK, which reads nothing of all this. */
    private static Optional<ImageReader> library(Coding coding) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(coding.imageIoFormat());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (!reader.getClass().getName().startsWith("com.sun.")) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    private static double theirs(ImageReader reader, byte[] codestream) throws IOException {
        long start = cpuNanos();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(codestream))) {
            reader.setInput(in);
            reader.read(0);
        }
        return (cpuNanos() - start) / 1e6;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
