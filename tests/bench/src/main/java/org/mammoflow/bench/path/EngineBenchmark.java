package org.mammoflow.bench.path;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mammoflow.classifier.Device;
import org.mammoflow.classifier.NetworkCard;
import org.mammoflow.classifier.engine.OnnxFile;
import org.mammoflow.classifier.engine.OnnxSession;

/**
 * What DJL costs, and what 8-bit arithmetic brings: one tensor at a time on one thread, through the server's own session
 * and by ONNX Runtime's API alone, in turn.
 *
 * <p>Arguments: rounds, tensors in a round, networks' folders.
 */
final class EngineBenchmark {

    private static final int THREADS = 1;

    private final Table table = new Table();
    private final int tensors;

    private EngineBenchmark(int tensors) {
        this.tensors = tensors;
    }

    public static void main(String[] arguments) throws OrtException {
        int rounds = Integer.parseInt(arguments[0]);
        EngineBenchmark bench = new EngineBenchmark(Integer.parseInt(arguments[1]));
        for (String network : List.of(arguments).subList(2, arguments.length)) {
            bench.measure(Path.of(network), rounds);
        }
        System.out.print(bench.table.markdown());
    }

    @FunctionalInterface
    private interface Run {
        void once(float[] tensor) throws OrtException;
    }

    private void measure(Path folder, int rounds) throws OrtException {
        NetworkCard card = NetworkCard.read(folder);
        OnnxFile file = card.weights().in(folder);
        int size = card.input().size();
        float[] tensor = tensor(size);
        String name = card.name() + " " + card.version();
        try (OnnxSession djl = OnnxSession.open(file, new Device.Cpu(), THREADS);
                OrtSession bare = bare(file)) {
            Run throughDjl = values -> djl.run(List.of(values), size);
            Run alone = values -> alone(bare, values, size);
            millis(throughDjl, tensor);
            millis(alone, tensor);
            for (int round = 0; round < rounds; round++) {
                double with = table.add(name + " through DJL, ms for a tensor", millis(throughDjl, tensor));
                double without = table.add(name + " by ONNX Runtime alone, ms for a tensor", millis(alone, tensor));
                table.add(name + " DJL / ONNX Runtime alone", with / without);
            }
        }
    }

    private static OrtSession bare(OnnxFile file) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(THREADS);
        options.setInterOpNumThreads(1);
        options.addConfigEntry(OnnxSession.EXTERNAL_DATA_FOLDER, file.weights().toString());
        return OrtEnvironment.getEnvironment().createSession(file.graph().toString(), options);
    }

    /** As DJL has it: every output is copied out. */
    private static void alone(OrtSession session, float[] values, int size) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, 1, size, size};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of("image", input))) {
            for (Map.Entry<String, OnnxValue> output : result) {
                output.getValue().getValue();
            }
        }
    }

    private double millis(Run run, float[] tensor) throws OrtException {
        long start = System.nanoTime();
        for (int i = 0; i < tensors; i++) {
            run.once(tensor);
        }
        return (System.nanoTime() - start) / 1e6 / tensors;
    }

    private static float[] tensor(int size) {
        Random random = new Random(1);
        float[] values = new float[size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
