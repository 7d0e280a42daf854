package org.mammoflow.platform;

import java.util.List;

/**
 * What stood there when somebody decided: a text that is another one as soon as something that was shown is. A write that
 * carries it is refused when something else stands there now. It is a precondition and no authority: pages and programs hand
 * it back as they got it.
 */
public record Seen(String text) {

    /** Of a program that does not say what it saw: whatever stands there now will do. */
    public static final Seen ANYTHING = new Seen("*");

    /** That there was no such thing. */
    public static final Seen NOTHING = new Seen("-");

    private static final int LENGTH = 16;

    /** Of a record with these contents; they cannot be told from it. */
    public static Seen of(String... shown) {
        return new Seen(Digest.ofFields(List.of(shown)).substring(0, LENGTH));
    }

    /** Whether this is still what stands there. */
    public boolean isStill(Seen now) {
        return equals(ANYTHING) || equals(now);
    }
}
