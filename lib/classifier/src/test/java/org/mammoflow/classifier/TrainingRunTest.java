package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mammoflow.classifier.pixels.Placement;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;
import org.mammoflow.classifier.table.TensorTable;
import org.mammoflow.phantom.Breast;
import org.mammoflow.phantom.Cohort;
import org.mammoflow.phantom.Phantom;
import org.mammoflow.phantom.PhantomImage;
import org.mammoflow.phantom.Side;
import org.mammoflow.phantom.Truth;
import org.mammoflow.phantom.View;

/** The way from phantoms through the pipeline and PyTorch back into ONNX Runtime, in small. */
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
        python("patches.py", table, run, "--steps", "3", "--batch", "8", "--edge", "32");
        Path patches = run.resolve("patches.pt");
        python("train.py", table, run, "--weights", patches, "--frozen", "1", "--epochs", "1", "--batch", "8");
        Path network = folder.resolve("network");
        String[] about = {"--version", "0.0.1", "--status", "phantom-trained", "--description", "40 phantoms"};
        python("export.py", run, table, network, about[0], about[1], about[2], about[3], about[4], about[5]);
        try (Network loaded = Network.load(network, new Device.Cpu())) {
            assertThat(GoldenVectors.read(network).vectors()).hasSize(3);
            assertThat(loaded.card().status()).isEqualTo(NetworkCard.Status.PHANTOM_TRAINED);
            assertThat(loaded.card().trainingData().images()).isEqualTo(32);
            assertThat(loaded.card().trainingData().digest()).hasSize(64);
            assertThat(loaded.card().applicability()).isPresent();
        }
        Path eightBit = folder.resolve("0.0.1-int8");
        python("quantize.py", network, table, eightBit);
        python("evaluate.py", eightBit, table);
        try (Network loaded = Network.load(eightBit, new Device.Cpu())) {
            assertThat(loaded.card().weights().shared()).isPresent();
        }
        assertThat(Files.size(eightBit.resolve("resnet18-int8.onnx")))
                .as("bytes of steps beside the shared weights")
                .isLessThan(Files.size(network.resolve("resnet18.onnx")) / 20);
        assertThat(eightBit.resolve("MODEL_CARD.md"))
                .content()
                .contains("arithmetic in 8 bits on the weights of network moves");
    }

    @Test
    void each_shipped_file_names_the_card_by_which_it_decides() throws Exception {
        assumeTrue(canTrain(), "needs Debian's python3-torch, python3-torchvision and python3-onnx");
        Path changed = Networks.copy(Networks.any(), folder);
        List<String> line = new ArrayList<>(List.of(PYTHON, "-c", """
                import sys
                sys.path.insert(0, "../../models/training")
                import shipped
                for folder in sys.argv[1:]:
                    shipped.read(folder)
                """));
        Networks.all().forEach(network -> line.add(network.toString()));
        ended(line);

        Path awkward = folder.resolve("awkward.json");
        ended(List.of(PYTHON, "-c", """
                import json, sys
                from pathlib import Path
                sys.path.insert(0, "../../models/training")
                import release
                card = {
                    "weightsOf": None,
                    "name": "\\u00e9 \\u2028 \\U0001f600 \\\\ \\" </&> \\t\\n\\x01\\x7f",
                    "serving": {"b": [], "a": {}, "B": [True, False, [1, -0.0, 1e-05, 1e22, 0.1, 12345678901234567890]]},
                    "sha256": "not decided by",
                }
                release.write_json(Path(sys.argv[1]), card)
                Path(sys.argv[1] + ".digest").write_text(release.card_digest(card))
                """, awkward.toString()));
        assertThat(CardDigest.of(Files.readString(awkward)))
                .as("the same bytes as Python's, whatever is in a card")
                .isEqualTo(Files.readString(folder.resolve("awkward.json.digest")));

        Networks.replace(changed.resolve("card.json"), "\"operatingPoint\": 0.", "\"operatingPoint\": 0.1");
        Process refused = process(List.of(line.get(0), line.get(1), line.get(2), changed.toString()));
        assertThat(new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("card.json was changed after resnet18.onnx was made for it");
    }

    @Test
    void a_deeper_network_begins_as_the_shallower_one_whose_weights_it_takes_over() throws Exception {
        assumeTrue(canTrain(), "needs Debian's python3-torch, python3-torchvision and python3-onnx");
        ended(List.of(PYTHON, "-c", """
                import sys, torch
                sys.path.insert(0, "../../models/training")
                from networks import build, transfer
                shallow = build("resnet18", seed=1)
                shallow(torch.randn(8, 1, 64, 64))  # in training: its normalisation has seen something
                deep = transfer(build("resnet34", seed=2), {"network": shallow.state_dict()})
                images = torch.randn(4, 1, 64, 64)
                assert torch.equal(shallow.eval()(images), deep.eval()(images))
                """));
    }

    @Test
    void begins_with_imagenet_where_it_is_there_otherwise_as_shipped_otherwise_at_random() throws Exception {
        assumeTrue(canTrain(), "needs Debian's python3-torch, python3-torchvision and python3-onnx");
        ended(List.of(PYTHON, "-c", """
                import sys, torch, torchvision
                from argparse import Namespace
                from pathlib import Path
                sys.path.insert(0, "../../models/training")
                import beginning, shipped
                images = torch.randn(6, 1, 64, 64)

                def begun(architecture, scratch=False):
                    options = Namespace(architecture=architecture, seed=1, weights=None, scratch=scratch)
                    return beginning.first_network(options, images)

                for architecture in ("resnet18", "resnet34"):
                    network, origin = begun(architecture)
                    assert origin == f"the weights of the shipped {architecture} 1.0.0 (phantom-trained)", origin
                    card, served = shipped.load(beginning.exact(architecture)[0])
                    expected = served(images)[0]
                    for mode in (network.eval(), network.train()):
                        assert (mode(images) - expected).abs().max() < 1e-3
                    assert not beginning.is_chance(origin)

                imagenet = torchvision.models.resnet18(weights=None)
                beginning.cache().mkdir(parents=True)
                torch.save(imagenet.state_dict(), beginning.cache() / "resnet18-f37072fd.pth")
                network, origin = begun("resnet18")
                assert origin == "ImageNet's weights in resnet18-f37072fd.pth", origin
                assert torch.equal(network.layer4[1].conv2.weight, imagenet.layer4[1].conv2.weight)
                assert begun("resnet18", scratch=True)[1] == "random weights (as was asked for)"

                beginning.MODELS = Path(sys.argv[1])
                network, origin = begun("resnet34")
                assert origin.startswith("random weights (none were given, none of ImageNet are in "), origin
                assert beginning.is_chance(origin)
                """, folder.resolve("no models").toString()));
    }

    @Test
    void a_run_that_is_killed_and_called_again_equals_one_that_was_left_alone() throws Exception {
        assumeTrue(canTrain(), "needs Debian's python3-torch, python3-torchvision and python3-onnx");
        Path table = folder.resolve("table.npz");
        writeTable(table);
        List<String> settings =
                List.of("--frozen", "2", "--epochs", "2", "--batch", "8", "--threads", "1", "--device", "cpu");
        Path alone = folder.resolve("alone");
        ended(training(table, alone, settings));
        Path killed = folder.resolve("killed");
        Process first = process(training(table, killed, settings));
        while (first.isAlive() && !Files.exists(killed.resolve("last.pt"))) {
            first.waitFor(10, TimeUnit.MILLISECONDS);
        }
        first.destroyForcibly().waitFor();
        // Installed meanwhile: a run keeps the beginning that it had.
        ended(List.of(PYTHON, "-c", """
                import sys, torch, torchvision
                sys.path.insert(0, "../../models/training")
                import beginning
                beginning.cache().mkdir(parents=True)
                torch.save(torchvision.models.resnet18(weights=None).state_dict(), beginning.cache() / "resnet18-f37072fd.pth")
                """));
        ended(training(table, killed, settings));
        ended(List.of(PYTHON, "-c", """
                import sys, torch
                alone, killed = (torch.load(folder + "/last.pt") for folder in sys.argv[1:])
                assert len(alone["history"]) == 4
                assert alone["history"] == killed["history"]
                for name, weights in alone["network"].items():
                    assert torch.equal(weights, killed["network"][name]), name
                assert "shipped resnet18" in killed["settings"]["origin"]
                assert killed["settings"]["origin"] == alone["settings"]["origin"]
                """, alone.toString(), killed.toString()));
    }

    private static List<String> training(Path table, Path run, List<String> settings) {
        List<String> line =
                new ArrayList<>(List.of(PYTHON, "../../models/training/train.py", table.toString(), run.toString()));
        line.addAll(settings);
        return line;
    }

    private static void writeTable(Path file) throws IOException {
        Preparation preparation = new Preparation(SIZE, 0.449f, 0.226f);
        List<String> columns = List.of("class", "patient", "view", "tensor_x", "tensor_y", "tensor_radius");
        try (TensorTable table = new TensorTable(file, SIZE, columns)) {
            for (int i = 0; i < 40; i++) {
                PhantomImage phantom = phantom(i);
                Prepared.Ready ready = (Prepared.Ready) preparation.prepare(ShownPhantom.grey(phantom));
                String view = phantom.exposure().view().name();
                List<String> circle = circle(phantom, ready.placement());
                table.add(
                        ready.tensor(),
                        List.of(
                                CLASSES.get(i / 2 % 4),
                                "patient" + i / 2,
                                view,
                                circle.get(0),
                                circle.get(1),
                                circle.get(2)));
            }
            table.finish();
        }
    }

    /** Two views of each woman; women in the order of the four classes. */
    private static PhantomImage phantom(int number) {
        int woman = number / 2;
        Cohort cohort = new Cohort(woman);
        Breast breast = cohort.breast(woman % 8 < 4 ? Side.LEFT : Side.RIGHT, woman % 2 == 1, woman % 4 < 2);
        return Phantom.image(
                breast,
                cohort.exposure(
                        breast, View.values()[number % 2], cohort.detector().scaled(0.1)));
    }

    private static List<String> circle(PhantomImage phantom, Placement placement) {
        return phantom.truth().lesions().stream()
                .filter(Truth.Mark::malignant)
                .findFirst()
                .map(mark -> Stream.of(
                                placement.tensorColumn(mark.column()),
                                placement.tensorRow(mark.row()),
                                placement.tensorRow(mark.row() + mark.radius()) - placement.tensorRow(mark.row()))
                        .map(String::valueOf)
                        .toList())
                .orElse(List.of("", "", ""));
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
        ended(line);
    }

    private void ended(List<String> line) throws Exception {
        Process process = process(line);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private Process process(List<String> line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        // Where torchvision keeps ImageNet's weights: nothing of this machine's.
        builder.environment().put("TORCH_HOME", folder.resolve("torch").toString());
        return builder.start();
    }
}
