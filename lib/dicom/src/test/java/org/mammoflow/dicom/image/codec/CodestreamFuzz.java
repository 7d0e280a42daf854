package org.mammoflow.dicom.image.codec;

import org.mammoflow.dicom.image.codec.jpeg.JpegDecoder;
import org.mammoflow.dicom.image.codec.jpeg2000.Jpeg2000Decoder;
import org.mammoflow.dicom.image.codec.jpegls.JpegLsDecoder;

/** Fuzz targets: each decoder's entry, begun from the seeds in the folder {@code seeds}, which every run replays. */
public final class CodestreamFuzz {
    private CodestreamFuzz() {}

    private static void decode(Decoder decoder, byte[] codestream) {
        try {
            short[] samples = decoder.decode(codestream, Seed.GRID);
            if (samples.length != Seed.GRID.samples()) {
                throw new AssertionError(samples.length + " samples");
            }
        } catch (BadCodestream refused) {
            // The one answer to what is no image.
        }
    }

    public static final class Rle {
        private Rle() {}

        public static void fuzzerTestOneInput(byte[] codestream) {
            decode(new RleDecoder(), codestream);
        }
    }

    public static final class JpegDct {
        private JpegDct() {}

        public static void fuzzerTestOneInput(byte[] codestream) {
            decode(JpegDecoder.extended(), codestream);
        }
    }

    public static final class JpegLossless {
        private JpegLossless() {}

        public static void fuzzerTestOneInput(byte[] codestream) {
            decode(JpegDecoder.lossless(), codestream);
        }
    }

    public static final class JpegLs {
        private JpegLs() {}

        public static void fuzzerTestOneInput(byte[] codestream) {
            decode(JpegLsDecoder.nearLossless(), codestream);
        }
    }

    public static final class Jpeg2000 {
        private Jpeg2000() {}

        public static void fuzzerTestOneInput(byte[] codestream) {
            decode(Jpeg2000Decoder.lossy(), codestream);
        }
    }
}
