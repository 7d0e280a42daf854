package org.mammoflow.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.fixture.ForeignTool;

/** What dcmtk and gdcm encode is decoded as they decode it. */
class FramesAgainstForeignToolsTest {
    private static final List<List<String>> LOSSLESS_ENCODERS = List.of(
            List.of("dcmconv", "+te"),
            List.of("dcmconv", "+ti"),
            List.of("dcmconv", "+tb"),
            List.of("dcmconv", "+td"),
            List.of("dcmcrle"),
            List.of("gdcmconv", "--rle"),
            List.of("dcmcjpeg", "+e1"),
            List.of("dcmcjpeg", "+el", "+sv", "1"),
            List.of("dcmcjpeg", "+el", "+sv", "2"),
            List.of("dcmcjpeg", "+el", "+sv", "3"),
            List.of("dcmcjpeg", "+el", "+sv", "4"),
            List.of("dcmcjpeg", "+el", "+sv", "5"),
            List.of("dcmcjpeg", "+el", "+sv", "6"),
            List.of("dcmcjpeg", "+el", "+sv", "7"),
            List.of("gdcmconv", "--jpeg"),
            List.of("dcmcjpls", "+el"),
            List.of("dcmcjpls", "+el", "+pc", "+t1", "5", "+t2", "12", "+t3", "30", "+rs", "32"),
            List.of("dcmcjpls", "+el", "+fs", "1"),
            List.of("gdcmconv", "--jpegls"),
            List.of("gdcmconv", "--j2k"));

    @TempDir
    Path folder;

    static Stream<Arguments> losslessCases() {
        return LOSSLESS_ENCODERS.stream()
                .flatMap(encoder -> Stream.of(
                                TestImage.unsigned(8),
                                TestImage.unsigned(10),
                                TestImage.unsigned(12),
                                TestImage.unsigned(14),
                                TestImage.unsigned(16),
                                TestImage.signed(12),
                                TestImage.signed(16))
                        .filter(image -> isOffered(encoder, image))
                        .map(image -> Arguments.of(encoder, image)));
    }

    /** dcmtk's "cooked" JPEG-LS encoder asserts on signed samples, gdcm crashes on images of one or two rows. */
    private static boolean isOffered(List<String> encoder, TestImage image) {
        boolean cooked = encoder.contains("+pc");
        boolean gdcm = encoder.get(0).equals("gdcmconv");
        return !(cooked && image.isSigned()) && !(gdcm && image.rows() < 3);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("losslessCases")
    void restores_every_sample_of_a_lossless_encoding(List<String> encoder, TestImage image) throws Exception {
        Frame frame = read(encode(encoder, image));
        assertThat(samples(frame)).isEqualTo(image.samples());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12})
    void decodes_lossy_jpeg_within_one_grey_value_of_dcmtk(int bits) throws Exception {
        Path coded = encode(List.of("dcmcjpeg", bits == 8 ? "+eb" : "+ee", "+q", "90"), TestImage.unsigned(bits));
        requireAlike(coded, decodeWith("dcmdjpeg", coded));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16})
    void decodes_near_lossless_jpeg_ls_as_dcmtk_does(int bits) throws Exception {
        Path coded = encode(List.of("dcmcjpls", "+en", "+md", "3"), TestImage.unsigned(bits));
        assertThat(samples(read(coded))).isEqualTo(samples(read(decodeWith("dcmdjpls", coded))));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16})
    void decodes_lossy_jpeg_2000_within_one_grey_value_of_gdcm(int bits) throws Exception {
        Path coded = encode(List.of("gdcmconv", "--j2k", "--lossy", "-q", "40"), TestImage.unsigned(bits));
        requireAlike(coded, decodeWith("gdcmconv", "--raw", coded));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 9, 17, 64, 65})
    void decodes_images_of_any_small_size(int rows) throws Exception {
        TestImage image = TestImage.sized(rows, 19, 12);
        for (List<String> encoder : LOSSLESS_ENCODERS) {
            if (!isOffered(encoder, image)) {
                continue;
            }
            assertThat(samples(read(encode(encoder, image))))
                    .as(encoder.toString())
                    .isEqualTo(image.samples());
        }
    }

    /** gdcm writes what overshoots the stored bits as it is; ours ends at white. */
    private void requireAlike(Path coded, Path decodedElsewhere) throws IOException {
        Frame frame = read(coded);
        short[] ours = samples(frame);
        byte[] theirs = DicomFile.read(decodedElsewhere, ReaderLimits.STANDARD)
                .pixelData()
                .orElseThrow()
                .read(1 << 20);
        int bytes = frame.bitsStored() <= 8 ? 1 : 2;
        int worst = 0;
        for (int i = 0; i < ours.length; i++) {
            int their = theirs[bytes * i] & 0xFF | (bytes == 2 ? (theirs[2 * i + 1] & 0xFF) << 8 : 0);
            int limited = Math.min(their, (1 << frame.bitsStored()) - 1);
            worst = Math.max(worst, Math.abs((ours[i] & 0xFFFF) - limited));
        }
        assertThat(worst).isLessThanOrEqualTo(1);
    }

    private Path encode(List<String> encoder, TestImage image) throws Exception {
        Path plain = image.write(folder.resolve("plain.dcm"));
        Path coded = folder.resolve("coded.dcm");
        ForeignTool.find(encoder.get(0))
                .output(Stream.concat(encoder.stream().skip(1), Stream.of(plain, coded))
                        .toArray());
        return coded;
    }

    private Path decodeWith(String program, Object... arguments) throws Exception {
        Path decoded = folder.resolve("decoded.dcm");
        ForeignTool.find(program)
                .output(Stream.concat(Stream.of(arguments), Stream.of(decoded)).toArray());
        return decoded;
    }

    private static Frame read(Path file) throws IOException {
        return Frames.single(DicomFile.read(file, ReaderLimits.STANDARD));
    }

    private static short[] samples(Frame frame) {
        ShortBuffer buffer = frame.samples();
        short[] samples = new short[buffer.remaining()];
        buffer.duplicate().get(samples);
        return samples;
    }
}
