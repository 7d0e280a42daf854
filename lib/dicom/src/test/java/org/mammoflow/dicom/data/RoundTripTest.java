package org.mammoflow.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                Uid.IMPLICIT_VR_LITTLE_ENDIAN,
                Uid.EXPLICIT_VR_LITTLE_ENDIAN,
                Uid.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN
            })
    void reads_back_what_it_writes(String syntax) throws Exception {
        TransferSyntax transferSyntax = TransferSyntax.of(syntax).orElseThrow();
        byte[] written = new DataSetWriter(transferSyntax).toBytes(everyKindOfValue());

        Attributes read = new DataSetReader(transferSyntax, ReaderLimits.STANDARD).read(written);

        assertThat(read.string(Tag.PatientName)).contains("Müller^Jürgen");
        assertThat(read.personName(Tag.PatientName).orElseThrow().formatted()).isEqualTo("Jürgen Müller");
        assertThat(read.strings(Tag.ImageType)).containsExactly("ORIGINAL", "PRIMARY");
        assertThat(read.integer(Tag.Rows)).hasValue(3328);
        assertThat(read.integers(Tag.PixelPaddingValue)).containsExactly(-5);
        assertThat(read.decimals(Tag.ImagerPixelSpacing)).containsExactly(0.07, 0.07);
        assertThat(read.decimals(Tag.FrameAcquisitionDuration)).containsExactly(1.5);
        assertThat(read.integers(Tag.FrameIncrementPointer)).containsExactly(Tag.FrameTime);
        assertThat(read.items(Tag.ViewCodeSequence)).hasSize(2);
        assertThat(read.items(Tag.ViewCodeSequence).get(0).string(Tag.CodeMeaning))
                .contains("Größe");
        assertThat(read.bulk(Tag.PixelData).orElseThrow().read(8)).containsExactly(1, 2, 3, 4);
        assertThat(new DataSetWriter(transferSyntax).toBytes(read)).isEqualTo(written);
    }

    private static Attributes everyKindOfValue() {
        return new Attributes()
                .set(Tag.SpecificCharacterSet, "ISO_IR 100")
                .set(Tag.PatientName, "Müller^Jürgen")
                .set(Tag.ImageType, "ORIGINAL", "PRIMARY")
                .setInt(Tag.PixelRepresentation, 1)
                .setInt(Tag.Rows, 3328)
                .setInt(Tag.PixelPaddingValue, -5)
                .setDouble(Tag.ImagerPixelSpacing, 0.07, 0.07)
                .setDouble(Tag.FrameAcquisitionDuration, 1.5)
                .setInt(Tag.FrameIncrementPointer, Tag.FrameTime)
                .setItems(Tag.ViewCodeSequence, new Attributes().set(Tag.CodeMeaning, "Größe"), new Attributes())
                .setBytes(Tag.PixelData, Vr.OW, new byte[] {1, 2, 3, 4});
    }
}
