package org.mammoflow.dicom.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mammoflow.dicom.fixture.Mammogram.mammogram;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.DicomJson;
import org.mammoflow.dicom.data.Dictionary;
import org.mammoflow.dicom.data.Element;
import org.mammoflow.dicom.data.Fragments;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.dicom.fixture.ForeignTool;

/** Others read what we write, and we read what others write. */
class ForeignFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                Uid.IMPLICIT_VR_LITTLE_ENDIAN,
                Uid.EXPLICIT_VR_LITTLE_ENDIAN,
                Uid.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN
            })
    void writes_files_that_dcmtk_reads_without_a_warning(String syntax) throws IOException {
        Path file = written(TransferSyntax.of(syntax).orElseThrow());

        ForeignTool.Outcome dump = ForeignTool.find("dcmdump").run("+U8", file.toString());

        assertThat(dump.exitStatus()).isZero();
        assertThat(dump.output())
                .doesNotContain("W:", "E:")
                .contains("(0010,0010) PN [Größe^Jürgen=山田^太郎]")
                .contains("(0028,0010) US 64");
    }

    /** +t: transfer syntax; -e: undefined lengths; +g: group lengths; -F: no file meta information; +p: padding. */
    @ParameterizedTest
    @CsvSource({
        "+te +e -g",
        "+te -e +g",
        "+ti -e +g",
        "+ti +e -g",
        "+tb -e -g",
        "+tb +e +g",
        "+td -e -g",
        "+te -F",
        "+ti -F",
        "+tb -F",
        "+te +p 512 0"
    })
    void reads_whatever_form_dcmtk_gives_the_same_object(String form) throws IOException {
        Path file = written(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path converted = folder.resolve("converted.dcm");
        String arguments = form + " " + file + " " + converted;
        ForeignTool.find("dcmconv").output(arguments.split(" "));

        Attributes read = DicomFile.read(converted, ReaderLimits.STANDARD).dataSet();
        Attributes original = DicomFile.read(file, ReaderLimits.STANDARD).dataSet();

        assertThat(lines(read.remove(Tag.DataSetTrailingPadding))).isEqualTo(lines(original));
    }

    /** Each element with a digest of its value, in whatever form it came. */
    private static String lines(Attributes dataSet) {
        StringBuilder lines = new StringBuilder();
        for (Element element : dataSet) {
            if ((element.tag() & 0xFFFF) != 0) {
                byte[] encoded = new DataSetWriter(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
                        .toBytes(new Attributes()
                                .copy(dataSet, Tag.SpecificCharacterSet)
                                .copy(dataSet, element.tag()));
                lines.append("%s %08x%n".formatted(Dictionary.describe(element.tag()), Arrays.hashCode(encoded)));
            }
        }
        return lines.toString();
    }

    @Test
    void writes_json_that_says_what_pydicom_and_dcm2json_say() throws IOException {
        Path file = written(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path json = folder.resolve("ours.json");
        try (Writer writer = Files.newBufferedWriter(json)) {
            DicomJson.write(DicomFile.read(file, ReaderLimits.STANDARD).dataSet(), writer);
        }
        Path theirs = folder.resolve("theirs.json");
        ForeignTool.find("dcm2json").output(file.toString(), theirs.toString());

        String script = Path.of(
                        ForeignFilesTest.class.getResource("same_json.py").getPath())
                .toString();
        assertThat(ForeignTool.pydicom().output(script, file.toString(), json.toString(), theirs.toString()))
                .isEqualToIgnoringWhitespace("same");
    }

    @Test
    void writes_encapsulated_frames_that_dcmtk_decodes_and_reads_those_of_dcmtk() throws IOException {
        Path file = written(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path compressed = folder.resolve("compressed.dcm");
        ForeignTool.find("dcmcjpeg").output("+e1", file.toString(), compressed.toString());
        DicomFile read = DicomFile.read(compressed, ReaderLimits.STANDARD);
        Fragments fragments = read.fragments().orElseThrow();
        assertThat(read.transferSyntax()).isEqualTo(TransferSyntax.JPEG_LOSSLESS_SV1);
        assertThat(fragments.frames(1)).hasSize(1);
        assertThat(fragments.fragments().get(0).read(1 << 20)).startsWith(0xFF, 0xD8);

        Path again = folder.resolve("again.dcm");
        DicomFile.write(again, read.dataSet(), read.transferSyntax());
        Path decoded = folder.resolve("decoded.dcm");
        ForeignTool.find("dcmdjpeg").output(again.toString(), decoded.toString());

        assertThat(DicomFile.read(decoded, ReaderLimits.STANDARD)
                        .pixelData()
                        .orElseThrow()
                        .read(1 << 20))
                .isEqualTo(DicomFile.read(file, ReaderLimits.STANDARD)
                        .pixelData()
                        .orElseThrow()
                        .read(1 << 20));
    }

    private Path written(TransferSyntax syntax) {
        return mammogram().with(ForeignFilesTest::everyRepresentation).writtenTo(folder.resolve("object.dcm"), syntax);
    }

    private static void everyRepresentation(Attributes dataSet) {
        dataSet.set(Tag.PatientName, "Größe^Jürgen=山田^太郎")
                .set(Tag.RetrieveAETitle, "PACS", "ARCHIVE")
                .setInt(Tag.FrameIncrementPointer, Tag.FrameTime, Tag.FrameTimeVector)
                .setDouble(Tag.FrameAcquisitionDuration, 1.25)
                .setDouble(Tag.ExaminedBodyThickness, 52.5)
                .setBytes(Tag.SelectorSVValue, Vr.SV, new byte[] {-2, -1, -1, -1, -1, -1, -1, -1})
                .setBytes(Tag.SelectorUVValue, Vr.UV, new byte[] {1, 2, 0, 0, 0, 0, 0, 0})
                .setBytes(Tag.SelectorSLValue, Vr.SL, new byte[] {-2, -1, -1, -1})
                .setBytes(Tag.SelectorSSValue, Vr.SS, new byte[] {-2, -1})
                .setBytes(Tag.SelectorOLValue, Vr.OL, new byte[] {1, 2, 3, 4})
                .set(Tag.LongCodeValue, "a long code \"with\" quotes")
                .set(Tag.URNCodeValue, "urn:oid:1.2.3")
                .set(Tag.TextValue, " first line\r\nsecond line ")
                .set(Tag.ScheduledProcedureStepStartDateTime, "20240315101500.000+0100")
                .setDouble(Tag.PatientWeight, 61.2)
                .set(0x00990010, Vr.LO, "MAMMOFLOW TEST")
                .set(0x00991001, Vr.LO, "private")
                .setBytes(0x00991002, Vr.OB, new byte[] {1, 2, 3, 4})
                .setItems(0x00991003, new Attributes().set(Tag.CodeMeaning, "Größe"));
    }
}
