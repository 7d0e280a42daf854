package org.mammoflow.classifier.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mammoflow.classifier.Device;

/** A network in ONNX Runtime, through DJL. Safe for any number of threads. */
public final class OnnxSession implements Session {

    private static final Logger LOG = System.getLogger(OnnxSession.class.getName());

    /** ONNX Runtime's name for {@link OnnxFile#weights}. */
    public static final String EXTERNAL_DATA_FOLDER = "session.model_external_initializers_file_folder_path";

    private final Model model;
    private final Provider provider;

    private OnnxSession(Model model, Provider provider) {
        this.model = model;
        this.provider = provider;
    }

    /**
     * Opens a session on the device asked for; for {@link Device.Auto} on the CPU, with one line in the log, when CUDA
     * does not load.
     *
     * @throws EngineFailure when the file cannot be loaded there
     */
    public static OnnxSession open(OnnxFile onnx, Device device, int threads) {
        if (device instanceof Device.Cuda cuda) {
            return open(onnx, Provider.CUDA, cuda.number(), threads);
        }
        return device instanceof Device.Auto ? openAnywhere(onnx, threads) : open(onnx, Provider.CPU, 0, threads);
    }

    private static OnnxSession openAnywhere(OnnxFile onnx, int threads) {
        try {
            return open(onnx, Provider.CUDA, 0, threads);
        } catch (EngineFailure e) {
            LOG.log(Level.INFO, "inference runs on the CPU: {0}", e.getMessage());
            return open(onnx, Provider.CPU, 0, threads);
        }
    }

    private static OnnxSession open(OnnxFile onnx, Provider provider, int number, int threads) {
        return Djl.inOwnLoader(() -> {
            Model model = null;
            try {
                requireBuilt(provider);
                model = Model.newInstance(onnx.graph().getFileName().toString(), ai.djl.Device.cpu(), Djl.ENGINE);
                SessionOptions options = options(provider, number, threads);
                options.addConfigEntry(EXTERNAL_DATA_FOLDER, onnx.weights().toString());
                model.load(onnx.graph(), null, Map.of("sessionOptions", options));
                Environment.keep();
                return new OnnxSession(model, provider);
            } catch (IOException | MalformedModelException | OrtException | RuntimeException | LinkageError e) {
                closeQuietly(model);
                throw new EngineFailure(
                        "ONNX Runtime cannot load " + onnx.graph() + " on " + provider + ": " + reason(e), e);
            }
        });
    }

    private static void requireBuilt(Provider provider) {
        if (provider == Provider.CUDA && !Provider.isCudaBuilt()) {
            throw new EngineFailure("this ONNX Runtime was built without CUDA; use the gpu profile", null);
        }
    }

    // To DJL the device is the CPU, where tensors come from and go to; it would add CUDA with the defaults.
    private static SessionOptions options(Provider provider, int number, int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        provider.addTo(options, number);
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        // Spinning threads halve the throughput as soon as another process wants their core.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    private static void closeQuietly(Model model) {
        if (model != null) {
            model.close();
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    @Override
    public List<Scores> run(List<float[]> tensors, int size) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            FloatBuffer batch = FloatBuffer.allocate(tensors.size() * size * size);
            tensors.forEach(batch::put);
            NDArray input = manager.create(batch.flip(), new Shape(tensors.size(), 1, size, size));
            NDList output = model.getBlock().forward(new ParameterStore(manager, false), new NDList(input), false);
            return new Outputs(output.get("logits"), output.get("cam"), Optional.ofNullable(output.get("distance")))
                    .scores(provider);
        } catch (RuntimeException e) {
            throw new EngineFailure(
                    "ONNX Runtime failed on " + provider + ": " + reason(e), e, provider == Provider.CUDA);
        }
    }

    @Override
    public String provider() {
        return provider.title();
    }

    @Override
    public void close() {
        model.close();
    }

    private record Outputs(NDArray logits, NDArray maps, Optional<NDArray> distance) {

        List<Scores> scores(Provider provider) {
            float[] allLogits = logits.toFloatArray();
            float[] allMaps = maps.toFloatArray();
            int count = (int) logits.getShape().get(0);
            float[] distances = distance.map(NDArray::toFloatArray).orElse(unknown(count));
            return IntStream.range(0, count)
                    .mapToObj(i -> new Scores(
                            part(allLogits, i, count),
                            part(allMaps, i, count),
                            (int) maps.getShape().get(2),
                            (int) maps.getShape().get(3),
                            distances[i],
                            provider.title()))
                    .toList();
        }

        private static float[] unknown(int count) {
            float[] distances = new float[count];
            Arrays.fill(distances, Float.NaN);
            return distances;
        }

        private static float[] part(float[] all, int i, int count) {
            int length = all.length / count;
            return Arrays.copyOfRange(all, i * length, (i + 1) * length);
        }
    }
}
