package org.mammoflow.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mammoflow.cli.modality.ScreeningRound;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.parts.hospital.Answers;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Sender;
import org.mammoflow.parts.server.MammoflowServer;

/** The network as it is released: an opinion on what is like its training, none where a score would mislead. */
class ReleasedNetworkIT {

    /** As large as the images of its training. */
    private static final ScreeningRound ROUND = new ScreeningRound(20_261_126, 0.25);

    private static MammoflowServer server;

    @BeforeAll
    static void start() {
        server = MammoflowServer.with().name("released").releasedNetworks().start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void judges_most_phantoms_says_what_it_has_learned_from_and_gives_a_reason_for_the_others() {
        List<Mammogram> mammograms = IntStream.range(0, 24)
                .mapToObj(i -> Mammograms.of(ROUND.study(1 + i / 4).object(i % 4)))
                .toList();
        new Sender(server).storescu(mammograms);
        List<JsonObject> images = new Answers(server).ended(mammograms);
        List<JsonObject> judged =
                images.stream().filter(image -> image.has("finding")).toList();
        assertThat(judged).hasSizeGreaterThanOrEqualTo(18);
        assertThat(judged)
                .allSatisfy(image -> assertThat(image.getAsJsonObject("finding")
                                .get("networkStatus")
                                .getAsString())
                        .isEqualTo("phantom-trained"));
        assertThat(images)
                .filteredOn(image -> !image.has("finding"))
                .allSatisfy(image -> assertThat(reason(image)).matches("(UNLIKE_TRAINING|UNSURE): .*"));
    }

    @Test
    void has_no_opinion_on_a_picture_that_only_has_the_outline_of_a_breast_and_lists_it_with_the_reason() {
        Mammogram noise = noise();
        new Sender(server).storescu(List.of(noise));
        JsonObject image = new Answers(server).ended(List.of(noise)).get(0);
        assertThat(reason(image)).startsWith("UNLIKE_TRAINING");
        assertThat(server.as("radiologist").get("/no-opinion.xhtml").body())
                .contains("unlike those that the network has learned from");
    }

    private static String reason(JsonObject image) {
        return image.getAsJsonObject("noOpinion").get("reason").getAsString();
    }

    /** A bright half disc of coarse noise in the frame of a mammogram whose header says nothing wrong. */
    private static Mammogram noise() {
        Attributes dataSet = ROUND.study(7).object(0).attributes();
        int rows = dataSet.integer(Tag.Rows).orElseThrow();
        int columns = dataSet.integer(Tag.Columns).orElseThrow();
        byte[] samples = new byte[2 * rows * columns];
        for (int i = 0; i < rows * columns; i++) {
            int y = i / columns;
            int x = i % columns;
            boolean inside = Math.hypot(x, y - rows / 2.0) < 0.45 * rows;
            int value = inside ? 1200 + Math.floorMod((y / 16 * 31 + x / 16 * 17) * 0x9E3779B1, 2400) : 0;
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        dataSet.set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .set(Tag.PresentationLUTShape, "IDENTITY")
                .setInt(Tag.PixelPaddingValue, 0)
                .setDouble(Tag.WindowCenter, 2000)
                .setDouble(Tag.WindowWidth, 4000)
                .setBytes(Tag.PixelData, Vr.OW, samples);
        return Mammograms.save(dataSet.string(Tag.SOPInstanceUID).orElseThrow(), dataSet);
    }
}
