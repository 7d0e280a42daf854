package org.mammoflow.cli.sending;

import java.util.Locale;
import java.util.Map;
import org.mammoflow.dicom.net.storage.StoreResponse;

/** Why a peer did not store an object, in words, and what to do about it. */
record Refusal(StoreResponse response) {
    private static final Map<Integer, String> EXACT = Map.of(
            StoreResponse.DUPLICATE_SOP_INSTANCE,
            "the receiver has another object with this SOP Instance UID. The first one stays valid; an administrator"
                    + " sees both.",
            StoreResponse.PROCESSING_FAILURE,
            "the receiver failed. Its log tells why; send again.",
            StoreResponse.INVALID_SOP_INSTANCE,
            "SOP Class or Instance UID is missing or malformed. The object must be made anew.",
            StoreResponse.SOP_CLASS_NOT_SUPPORTED,
            "the receiver takes no such objects, or not in this transfer syntax. Send it uncompressed or as JPEG"
                    + " Lossless; its conformance statement lists what it takes.",
            StoreResponse.NOT_AUTHORISED,
            "the receiver does not know this caller. Let an administrator add the calling AE title.");

    /** Status in hexadecimal, the peer's comment, and the remedy. */
    String explained() {
        String status = String.format(Locale.ROOT, "0x%04X", response.status());
        String comment = response.errorComment().isEmpty() ? "" : " (" + response.errorComment() + ")";
        return status + comment + ": " + meaning();
    }

    private String meaning() {
        String exact = EXACT.get(response.status());
        if (exact != null) {
            return exact;
        }
        return switch (response.status() >> 8) {
            case 0xA7 -> "the receiver is out of resources, mostly disk space. Make room there, then send again.";
            case 0xA9 -> "the data set does not match its SOP class. The object must be made anew.";
            default ->
                response.status() >> 12 == 0xC
                        ? "the receiver cannot understand the object. Check it with dciodvfy or dcmdump."
                        : "see PS3.4 B.2.3 for this status.";
        };
    }

    /** Success and warnings (0xB000 and 0x0001, 0x0107, 0x0116) mean that the object was stored. */
    static boolean isStored(StoreResponse response) {
        int status = response.status();
        return status == 0 || status >> 12 == 0xB || status == 0x0001 || status == 0x0107 || status == 0x0116;
    }
}
