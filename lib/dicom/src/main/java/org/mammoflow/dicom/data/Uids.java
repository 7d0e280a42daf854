package org.mammoflow.dicom.data;

import java.math.BigInteger;
import java.util.UUID;
import java.util.regex.Pattern;

/** Rules for unique identifiers (PS3.5 Chapter 9 and Annex B). */
public final class Uids {

    private static final Pattern SYNTAX = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))*");

    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    private Uids() {}

    /** At most 64 characters: digits without leading zeros, separated by single dots. */
    public static boolean isValid(String uid) {
        return uid.length() <= 64 && SYNTAX.matcher(uid).matches();
    }

    /**
     * What can be taken from a modality for an identifier: at most 64 characters, digits and single dots. Some write leading
     * zeros against the standard, and mean one thing with them all the same.
     */
    public static boolean isTolerable(String uid) {
        return uid.length() <= 64 && DIGITS_AND_DOTS.matcher(uid).matches();
    }

    /** A new identifier below 2.25, from a random UUID. */
    public static String newUid() {
        UUID uuid = UUID.randomUUID();
        BigInteger high = new BigInteger(Long.toHexString(uuid.getMostSignificantBits()), 16);
        BigInteger low = new BigInteger(Long.toHexString(uuid.getLeastSignificantBits()), 16);
        return "2.25." + high.shiftLeft(64).add(low);
    }
}
