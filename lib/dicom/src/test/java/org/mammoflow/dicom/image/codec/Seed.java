package org.mammoflow.dicom.image.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mammoflow.dicom.image.codec.jpeg.JpegDecoder;
import org.mammoflow.dicom.image.codec.jpeg2000.Jpeg2000Decoder;
import org.mammoflow.dicom.image.codec.jpegls.JpegLsDecoder;

/** One small image of 24 × 33 samples of 12 bits, as dcmtk and gdcm encode it; also what fuzzing begins with. */
record Seed(String name, Decoder decoder, boolean lossless) {
    static final SampleGrid GRID = new SampleGrid(24, 33, 16, 12, false);

    static Stream<Seed> all() {
        Stream<Seed> others = Stream.of(
                new Seed("rle/rle-12", new RleDecoder(), true),
                new Seed("jpegDct/extended-12", JpegDecoder.extended(), false),
                new Seed("jpegLs/ls-lossless-12", JpegLsDecoder.lossless(), true),
                new Seed("jpegLs/ls-near-12", JpegLsDecoder.nearLossless(), false),
                new Seed("jpeg2000/j2k-lossless-12", Jpeg2000Decoder.lossless(), true),
                new Seed("jpeg2000/j2k-lossy-12", Jpeg2000Decoder.lossy(), false));
        return Stream.concat(IntStream.rangeClosed(1, 7).mapToObj(Seed::predictor), others);
    }

    private static Seed predictor(int selection) {
        return new Seed("jpegLossless/lossless-12-predictor-" + selection, JpegDecoder.lossless(), true);
    }

    byte[] codestream() {
        return resource("seeds/" + name);
    }

    static short[] original() {
        return samples(resource("seed-12.raw"));
    }

    static short[] samples(byte[] littleEndian) {
        short[] samples = new short[littleEndian.length / 2];
        ByteBuffer.wrap(littleEndian)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    private static byte[] resource(String path) {
        try (InputStream in = Seed.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
