package org.mammoflow.dicom.net.upper;

/**
 * How much of the server callers may hold.
 *
 * @param associations in all; the last one is kept for a caller that proposes nothing but Verification, and passes on
 *     to the next such caller, so that a C-ECHO always gets an answer
 * @param perCaller for one calling AE title at one address
 * @param connections that have no association: silent, refused or pushed out; one more closes the oldest
 */
public record Limits(int associations, int perCaller, int connections) {

    public static final Limits DEFAULT = new Limits(64, 8, 64);
}
