package org.mammoflow.dicom.image;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.image.codec.Decoder;
import org.mammoflow.dicom.image.codec.RleDecoder;
import org.mammoflow.dicom.image.codec.jpeg.JpegDecoder;
import org.mammoflow.dicom.image.codec.jpeg2000.Jpeg2000Decoder;
import org.mammoflow.dicom.image.codec.jpegls.JpegLsDecoder;

/** Which encapsulated transfer syntaxes can be decoded, and by what. */
public final class Codecs {
    private static final Map<String, Decoder> DECODERS = Map.of(
            Uid.RLE_LOSSLESS, new RleDecoder(),
            Uid.JPEG_BASELINE_8_BIT, JpegDecoder.baseline(),
            Uid.JPEG_EXTENDED_12_BIT, JpegDecoder.extended(),
            Uid.JPEG_LOSSLESS, JpegDecoder.lossless(),
            Uid.JPEG_LOSSLESS_SV1, JpegDecoder.lossless(),
            Uid.JPEGLS_LOSSLESS, JpegLsDecoder.lossless(),
            Uid.JPEGLS_NEAR_LOSSLESS, JpegLsDecoder.nearLossless(),
            Uid.JPEG2000_LOSSLESS, Jpeg2000Decoder.lossless(),
            Uid.JPEG2000, Jpeg2000Decoder.lossy());

    private static final Set<String> LOSSY =
            Set.of(Uid.JPEG_BASELINE_8_BIT, Uid.JPEG_EXTENDED_12_BIT, Uid.JPEGLS_NEAR_LOSSLESS, Uid.JPEG2000);

    private Codecs() {}

    /** Transfer Syntax UIDs of compressed pixel data that are decoded. */
    public static Set<String> transferSyntaxes() {
        return DECODERS.keySet();
    }

    /** Whether samples may differ from those that were encoded. */
    static boolean isLossy(TransferSyntax syntax) {
        return LOSSY.contains(syntax.uid());
    }

    static Optional<Decoder> decoder(TransferSyntax syntax) {
        return Optional.ofNullable(DECODERS.get(syntax.uid()));
    }
}
