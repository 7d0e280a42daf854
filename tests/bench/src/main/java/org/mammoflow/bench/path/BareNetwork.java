package org.mammoflow.bench.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mammoflow.classifier.Classification.Classified;
import org.mammoflow.classifier.Device;
import org.mammoflow.classifier.GreyImage;
import org.mammoflow.classifier.Network;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.image.Frame;
import org.mammoflow.dicom.image.Frames;
import org.mammoflow.dicom.image.GreyScale;

/** The same network on the same file without server, database and queue: what the path cannot be faster than. */
final class BareNetwork {

    private final Path network;
    private final Path file;
    private final OnePassFloor onePass;

    BareNetwork(Path network, Attributes dataSet) throws IOException {
        this.network = network;
        this.file = Files.createTempFile("bench-", ".dcm");
        file.toFile().deleteOnExit();
        DicomFile.write(file, dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Frame frame = Frames.single(DicomFile.read(file, ReaderLimits.STANDARD));
        this.onePass = new OnePassFloor(file, frame.rows(), frame.columns());
    }

    /**
     * Milliseconds for one image while all workers are at work.
     *
     * @param onePass over the samples of a mapped file
     * @param preprocessing from the file to the tensor
     * @param inference ONNX Runtime alone
     */
    record Times(double onePass, double preprocessing, double inference) {

        /** Images per second that preprocessing at its least and inference leave. */
        double floor(int workers) {
            return 1000 * workers / (onePass + inference);
        }
    }

    /** @param workers images at a time, each on as many threads as the card says */
    Times run(int workers, int imagesEach) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try (Network loaded = Network.load(network, Device.parse("cpu"))) {
            Callable<Long> look = timed(onePass::run);
            Callable<Long> infer = () -> classified(loaded).inference().toNanos();
            Callable<Long> prepare = () -> {
                long start = System.nanoTime();
                long inference = classified(loaded).inference().toNanos();
                return System.nanoTime() - start - inference;
            };
            return new Times(
                    millis(threads, look, workers, imagesEach),
                    millis(threads, prepare, workers, imagesEach),
                    millis(threads, infer, workers, imagesEach));
        } finally {
            threads.shutdown();
        }
    }

    private Classified classified(Network loaded) throws IOException {
        DicomFile stored = DicomFile.read(file, ReaderLimits.STANDARD);
        Frame frame = Frames.single(stored);
        char[] grey = GreyScale.of(stored.dataSet()).table(frame);
        return (Classified) loaded.classify(new GreyImage(frame.rows(), frame.columns(), frame.samples(), grey));
    }

    private static Callable<Long> timed(Callable<?> work) {
        return () -> {
            long start = System.nanoTime();
            work.call();
            return System.nanoTime() - start;
        };
    }

    private static double millis(ExecutorService threads, Callable<Long> work, int workers, int imagesEach)
            throws InterruptedException, ExecutionException {
        sum(threads, work, workers, 5);
        return sum(threads, work, workers, imagesEach) / 1e6 / (workers * imagesEach);
    }

    private static long sum(ExecutorService threads, Callable<Long> work, int workers, int imagesEach)
            throws InterruptedException, ExecutionException {
        Callable<Long> some = () -> {
            long sum = 0;
            for (int i = 0; i < imagesEach; i++) {
                sum += work.call();
            }
            return sum;
        };
        long sum = 0;
        for (Future<Long> one : threads.invokeAll(Collections.nCopies(workers, some))) {
            sum += one.get();
        }
        return sum;
    }
}
