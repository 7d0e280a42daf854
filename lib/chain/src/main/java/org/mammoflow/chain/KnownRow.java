package org.mammoflow.chain;

/**
 * A row that somebody outside knows: the last one of an earlier export, or one that a collector of audit messages was told. A
 * later chain that lacks it or has another in its place was cut, restored from before it, or written anew.
 */
public record KnownRow(long seq, String hash) {

    /**
     * Reads {@code NUMBER:HASH}.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static KnownRow parse(String text) {
        if (!text.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a row's number and hash, NUMBER:HASH");
        }
        return new KnownRow(
                Long.parseLong(text.substring(0, text.indexOf(':'))), text.substring(text.indexOf(':') + 1));
    }
}
