package org.mammoflow.dicom.image.codec;

import java.util.Locale;

/** A codestream that cannot be turned into the promised samples; the message names the rule and, where known, the byte offset. */
public final class BadCodestream extends RuntimeException {

    /** What is wrong, from the caller's point of view. */
    public enum Kind {
        /** The codestream's own header tells another image than the data set. */
        CONTRADICTION,
        /** A process of the standard that DICOM's transfer syntax does not use, or that is not offered here. */
        UNSUPPORTED,
        /** Bytes are missing or break the standard's syntax. */
        BROKEN,
        /** The decoding thread was told to stop. */
        STOPPED
    }

    private final Kind kind;

    private BadCodestream(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public static BadCodestream contradiction(String rule, Object... values) {
        return new BadCodestream(Kind.CONTRADICTION, text(rule, values));
    }

    public static BadCodestream unsupported(String rule, Object... values) {
        return new BadCodestream(Kind.UNSUPPORTED, text(rule, values));
    }

    public static BadCodestream broken(String rule, Object... values) {
        return new BadCodestream(Kind.BROKEN, text(rule, values));
    }

    /** Called by the decoders at every row or code block, so that a deadline can end them. */
    public static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new BadCodestream(Kind.STOPPED, "decoding was stopped");
        }
    }

    public Kind kind() {
        return kind;
    }

    private static String text(String rule, Object... values) {
        return String.format(Locale.ROOT, rule, values);
    }
}
