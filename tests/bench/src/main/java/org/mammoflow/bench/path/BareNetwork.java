package org.mammoflow.bench.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** The same network on the same image without server, database and queue: what the path cannot be faster than. */
final class BareNetwork {

    private final Path network;
    private final GreyImage image;

    BareNetwork(Path network, Attributes dataSet) throws IOException {
        this.network = network;
        Path file = Files.createTempFile("bench-", ".dcm");
        DicomFile.write(file, dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DicomFile stored = DicomFile.read(file, ReaderLimits.STANDARD);
        Frame frame = Frames.single(stored);
        this.image = new GreyImage(
                frame.rows(),
                frame.columns(),
                frame.samples(),
                GreyScale.of(stored.dataSet()).table(frame));
        Files.delete(file);
    }

    /** Images per second. */
    record Speed(double inferenceOnly, double withPreprocessing) {}

    /** @param workers images at a time, each on as many threads as the card says */
    Speed run(int workers, int imagesEach) throws InterruptedException, ExecutionException {
        try (Network loaded = Network.load(network, Device.parse("cpu"))) {
            ExecutorService threads = Executors.newFixedThreadPool(workers);
            work(threads, loaded, workers, 5);
            long start = System.nanoTime();
            Duration inference = work(threads, loaded, workers, imagesEach);
            double wall = (System.nanoTime() - start) / 1e9;
            threads.shutdown();
            int images = workers * imagesEach;
            return new Speed(images / (inference.toNanos() / 1e9 / workers), images / wall);
        }
    }

    private Duration work(ExecutorService threads, Network loaded, int workers, int imagesEach)
            throws InterruptedException, ExecutionException {
        List<Callable<Duration>> work = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            work.add(() -> {
                Duration sum = Duration.ZERO;
                for (int n = 0; n < imagesEach; n++) {
                    sum = sum.plus(((Classified) loaded.classify(image)).inference());
                }
                return sum;
            });
        }
        Duration sum = Duration.ZERO;
        for (Future<Duration> one : threads.invokeAll(work)) {
            sum = sum.plus(one.get());
        }
        return sum;
    }
}
