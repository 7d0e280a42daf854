package org.mammoflow.dicom.data;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a data set is encoded (PS3.5 Annex A).
 *
 * @param uid the Transfer Syntax UID
 * @param explicitVr whether elements carry their value representation
 * @param bigEndian retired, and read only
 * @param encapsulated whether Pixel Data is a sequence of compressed fragments
 * @param deflated whether the data set as a whole is deflated
 */
public record TransferSyntax(
        String uid, boolean explicitVr, boolean bigEndian, boolean encapsulated, boolean deflated) {

    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(Uid.IMPLICIT_VR_LITTLE_ENDIAN, false, false, false, false);
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(Uid.EXPLICIT_VR_LITTLE_ENDIAN, true, false, false, false);
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(Uid.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN, true, false, false, true);
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN =
            new TransferSyntax(Uid.EXPLICIT_VR_BIG_ENDIAN, true, true, false, false);
    public static final TransferSyntax JPEG_BASELINE = encapsulated(Uid.JPEG_BASELINE_8_BIT);
    public static final TransferSyntax JPEG_EXTENDED = encapsulated(Uid.JPEG_EXTENDED_12_BIT);
    public static final TransferSyntax JPEG_LOSSLESS = encapsulated(Uid.JPEG_LOSSLESS);
    public static final TransferSyntax JPEG_LOSSLESS_SV1 = encapsulated(Uid.JPEG_LOSSLESS_SV1);
    public static final TransferSyntax JPEG_LS_LOSSLESS = encapsulated(Uid.JPEGLS_LOSSLESS);
    public static final TransferSyntax JPEG_LS_NEAR_LOSSLESS = encapsulated(Uid.JPEGLS_NEAR_LOSSLESS);
    public static final TransferSyntax JPEG_2000_LOSSLESS = encapsulated(Uid.JPEG2000_LOSSLESS);
    public static final TransferSyntax JPEG_2000 = encapsulated(Uid.JPEG2000);
    public static final TransferSyntax RLE_LOSSLESS = encapsulated(Uid.RLE_LOSSLESS);

    private static final Map<String, TransferSyntax> KNOWN = Stream.of(
                    IMPLICIT_VR_LITTLE_ENDIAN,
                    EXPLICIT_VR_LITTLE_ENDIAN,
                    DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
                    EXPLICIT_VR_BIG_ENDIAN,
                    JPEG_BASELINE,
                    JPEG_EXTENDED,
                    JPEG_LOSSLESS,
                    JPEG_LOSSLESS_SV1,
                    JPEG_LS_LOSSLESS,
                    JPEG_LS_NEAR_LOSSLESS,
                    JPEG_2000_LOSSLESS,
                    JPEG_2000,
                    RLE_LOSSLESS,
                    encapsulated(Uid.JPEG2000MC_LOSSLESS),
                    encapsulated(Uid.JPEG2000MC),
                    encapsulated(Uid.HTJ2K_LOSSLESS),
                    encapsulated(Uid.HTJ2K_LOSSLESS_RPCL),
                    encapsulated(Uid.HTJ2K),
                    encapsulated(Uid.MPEG2MPML),
                    encapsulated(Uid.MPEG2MPHL),
                    encapsulated(Uid.MPEG4HP41),
                    encapsulated(Uid.MPEG4HP41BD),
                    encapsulated(Uid.HEVCMP51),
                    encapsulated(Uid.HEVCM10P51),
                    encapsulated(Uid.ENCAPSULATED_UNCOMPRESSED_EXPLICIT_VR_LITTLE_ENDIAN))
            .collect(Collectors.toUnmodifiableMap(TransferSyntax::uid, Function.identity()));

    /** The syntax of a UID; empty when this toolkit does not know how such a data set is laid out. */
    public static Optional<TransferSyntax> of(String uid) {
        return Optional.ofNullable(KNOWN.get(uid));
    }

    /** What PS3.6 calls it. */
    public String name() {
        return Dictionary.uidName(uid);
    }

    private static TransferSyntax encapsulated(String uid) {
        return new TransferSyntax(uid, true, false, true, false);
    }
}
