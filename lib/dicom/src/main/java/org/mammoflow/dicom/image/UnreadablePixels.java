package org.mammoflow.dicom.image;

import java.util.Locale;

/** Pixel data that cannot be read as the data set describes them; the message names tag and rule, never a person. */
public final class UnreadablePixels extends RuntimeException {

    /** Stable codes for quarantine lists, statistics and texts. */
    public enum Reason {
        /** Rows or Columns missing, 0 or above {@link PixelModule#MAX_SIDE}. */
        ROWS_OR_COLUMNS_OUT_OF_RANGE,
        /** Bits Allocated, Bits Stored, High Bit or Pixel Representation missing or contradictory. */
        BITS_CONTRADICTORY,
        /** Not one grey component: Samples per Pixel or Photometric Interpretation. */
        NOT_GREY,
        /** Number of Frames is no number, too high, or more than 1 where a single frame is wanted. */
        FRAMES_OUT_OF_RANGE,
        /** No Pixel Data element. */
        NO_PIXEL_DATA,
        /** Fewer bytes than rows × columns × frames need. */
        PIXEL_DATA_TOO_SHORT,
        /** Fragments or offset table of encapsulated pixel data cannot be followed. */
        FRAGMENTS_BROKEN,
        /** The codestream's own header tells another image than the data set. */
        CODESTREAM_CONTRADICTS_HEADER,
        /** A transfer syntax, or a process within one, that is not decoded here. */
        UNSUPPORTED_TRANSFER_SYNTAX,
        /** The codestream breaks its standard's syntax or ends early. */
        DECODER_FAILED,
        /** Decoding did not end in time. */
        DECODER_TIMED_OUT,
        /** The decoded frame would need more memory than allowed, or out of all proportion to its codestream. */
        TOO_LARGE
    }

    private final Reason reason;

    public UnreadablePixels(Reason reason, String message) {
        super(reason + ": " + message);
        this.reason = reason;
    }

    UnreadablePixels(Reason reason, Throwable cause, String message) {
        super(reason + ": " + message, cause);
        this.reason = reason;
    }

    static UnreadablePixels because(Reason reason, String rule, Object... values) {
        return new UnreadablePixels(reason, String.format(Locale.ROOT, rule, values));
    }

    public Reason reason() {
        return reason;
    }
}
