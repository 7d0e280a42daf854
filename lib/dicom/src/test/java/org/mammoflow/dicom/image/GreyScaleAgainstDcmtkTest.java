package org.mammoflow.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.fixture.ForeignTool;

/** Renditions agree with those of dcmtk's dcm2pnm within one of 256 greys. */
class GreyScaleAgainstDcmtkTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 2048, 4096",
        "LINEAR, 2000.5, 1500",
        "LINEAR, 1000, 1",
        "LINEAR, 3000, 2",
        "LINEAR, 100, 200",
        "SIGMOID, 2048, 1000",
        "SIGMOID, 1500, 300"
    })
    void shows_a_window_as_dcmtk_does(String function, double center, double width) throws Exception {
        for (TestImage image : new TestImage[] {TestImage.unsigned(12), TestImage.signed(12), TestImage.unsigned(16)}) {
            Attributes attributes = image.uncompressed()
                    .setDouble(Tag.WindowCenter, center)
                    .setDouble(Tag.WindowWidth, width)
                    .set(Tag.VOILUTFunction, function);
            requireAlike(attributes, "+Wi", "1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MONOCHROME1", "MONOCHROME2"})
    void inverts_after_the_window_as_dcmtk_does(String photometric) throws Exception {
        Attributes attributes = window(TestImage.unsigned(12)).set(Tag.PhotometricInterpretation, photometric);
        requireAlike(attributes, "+Wi", "1");
    }

    @ParameterizedTest
    @CsvSource({"MONOCHROME1, INVERSE", "MONOCHROME2, IDENTITY", "MONOCHROME1, IDENTITY", "MONOCHROME2, INVERSE"})
    void obeys_the_presentation_lut_shape_as_dcmtk_does(String photometric, String shape) throws Exception {
        Attributes attributes = window(TestImage.unsigned(12))
                .set(Tag.PhotometricInterpretation, photometric)
                .set(Tag.PresentationLUTShape, shape);
        requireAlike(attributes, "+Wi", "1");
    }

    @ParameterizedTest
    @CsvSource({"2, -1000", "0.5, 300", "-1, 4095"})
    void rescales_before_the_window_as_dcmtk_does(double slope, double intercept) throws Exception {
        Attributes attributes = window(TestImage.unsigned(12))
                .setDouble(Tag.RescaleSlope, slope)
                .setDouble(Tag.RescaleIntercept, intercept);
        requireAlike(attributes, "+Wi", "1");
    }

    @ParameterizedTest
    @CsvSource({"4096, 0, 12", "4096, 0, 16", "2000, 1000, 12", "256, 500, 8"})
    void applies_a_voi_lut_as_dcmtk_does(int entries, int first, int bits) throws Exception {
        Attributes attributes =
                TestImage.unsigned(12).uncompressed().setItems(Tag.VOILUTSequence, lut(entries, first, bits));
        requireAlike(attributes, "+Wl", "1");
    }

    @Test
    void applies_a_modality_lut_before_the_window_as_dcmtk_does() throws Exception {
        Attributes lut = lut(4096, 0, 12).set(Tag.ModalityLUTType, "US");
        Attributes attributes = window(TestImage.unsigned(12)).setItems(Tag.ModalityLUTSequence, lut);
        requireAlike(attributes, "+Wi", "1");
    }

    @Test
    void shows_the_used_range_of_an_image_without_a_window_as_dcmtk_does() throws Exception {
        requireAlike(TestImage.unsigned(14).uncompressed(), "+Wm");
    }

    private static Attributes window(TestImage image) {
        return image.uncompressed().setDouble(Tag.WindowCenter, 1800).setDouble(Tag.WindowWidth, 2000);
    }

    /** A curve with a toe and a shoulder. */
    private static Attributes lut(int entries, int first, int bits) {
        int highest = (1 << bits) - 1;
        byte[] data = new byte[2 * entries];
        for (int i = 0; i < entries; i++) {
            double share = (1 - Math.cos(Math.PI * i / (entries - 1))) / 2;
            int value = (int) Math.round(share * highest);
            data[2 * i] = (byte) value;
            data[2 * i + 1] = (byte) (value >> 8);
        }
        return new Attributes().setInt(Tag.LUTDescriptor, entries, first, bits).setBytes(Tag.LUTData, Vr.OW, data);
    }

    private void requireAlike(Attributes attributes, String... options) throws Exception {
        Path file = TestImage.write(folder.resolve("image.dcm"), attributes);
        Path picture = folder.resolve("image.pgm");
        ForeignTool.find("dcm2pnm")
                .output(Stream.concat(Arrays.stream(options), Stream.of(file, picture))
                        .toArray());
        byte[] theirs = greys(picture);
        Frame frame = Frames.single(DicomFile.read(file, ReaderLimits.STANDARD));
        Rendition ours = Rendition.of(frame, GreyScale.of(attributes).table(frame), Integer.MAX_VALUE);
        int worst = IntStream.range(0, theirs.length)
                .map(i -> Math.abs((theirs[i] & 0xFF) - (ours.greys()[i] & 0xFF)))
                .max()
                .orElseThrow();
        assertThat(worst).isLessThanOrEqualTo(1);
    }

    /** The raster of a binary PGM, which ends the file. */
    private static byte[] greys(Path pgm) throws IOException {
        byte[] bytes = Files.readAllBytes(pgm);
        int size = TestImage.ROWS * TestImage.COLUMNS;
        return Arrays.copyOfRange(bytes, bytes.length - size, bytes.length);
    }
}
