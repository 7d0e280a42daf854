package org.mammoflow.dicom.net.upper;

/**
 * Implementation identification (PS3.7 D.3.3.2).
 *
 * @param versionName up to 16 characters; empty when not sent
 */
public record Implementation(String classUid, String versionName) {

    /** A UID derived from a UUID (PS3.5 B.2), fixed for all versions of this toolkit. */
    public static final Implementation OURS =
            new Implementation("2.25.217936058539067398881607333449087527212", "MAMMOFLOW");
}
