package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;
import org.mammoflow.classifier.table.TensorTable;

/** The way from the pipeline's tensors through PyTorch and back into ONNX Runtime, in small. */
class TrainingRunTest {

    private static final int SIZE = 64;
    private static final String PYTHON = "/usr/bin/python3";
    private static final List<String> CLASSES =
            List.of("implant_negative", "implant_positive", "no_implant_negative", "no_implant_positive");

    @TempDir
    Path folder;

    @Test
    void a_short_training_exports_a_network_that_loads_and_agrees_with_pytorch() throws Exception {
        assumeTrue(canTrain(), "needs Debian's python3-torch, python3-torchvision and python3-onnx");
        Path table = folder.resolve("table.npz");
        writeTable(table);
        Path run = folder.resolve("run");
        python("train.py", table, run, "--epochs", "1", "--batch", "8", "--threads", "1");
        Path network = folder.resolve("network");
        String[] about = {"--version", "0.0.1", "--status", "phantom-trained", "--description", "formulas"};
        python("export.py", run, table, network, about[0], about[1], about[2], about[3], about[4], about[5]);
        try (Network loaded = Network.load(network, new Device.Cpu())) {
            assertThat(GoldenVectors.read(network).vectors()).hasSize(3);
            assertThat(loaded.card().status()).isEqualTo(NetworkCard.Status.PHANTOM_TRAINED);
            assertThat(loaded.card().trainingData().images()).isEqualTo(32);
            assertThat(loaded.card().trainingData().digest()).hasSize(64);
        }
    }

    private static void writeTable(Path file) throws IOException {
        Preparation preparation = new Preparation(SIZE, 0.449f, 0.226f);
        try (TensorTable table = new TensorTable(file, SIZE, List.of("class", "patient", "view"))) {
            for (int i = 0; i < 40; i++) {
                GoldenImage image = new GoldenImage(i, 300, 200, 12, false, i % 2 == 0);
                Prepared.Ready ready = (Prepared.Ready) preparation.prepare(image.image());
                table.add(
                        ready.tensor(), List.of(CLASSES.get(i / 2 % 4), "patient" + i / 2, i % 2 == 0 ? "CC" : "MLO"));
            }
            table.finish();
        }
    }

    private boolean canTrain() throws Exception {
        try {
            return process(List.of(PYTHON, "-c", "import torch, torchvision, onnx"))
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void python(String script, Object... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(PYTHON, "../../models/training/" + script));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        Process process = process(line);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static Process process(List<String> line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        return builder.start();
    }
}
