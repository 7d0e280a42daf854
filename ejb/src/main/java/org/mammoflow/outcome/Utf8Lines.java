package org.mammoflow.outcome;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes as text, and which lines are none.
 *
 * @param text without a byte order mark; not to be used when a line is broken
 * @param broken the numbers of lines that are not UTF-8, counted from 1
 */
record Utf8Lines(String text, List<Integer> broken) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static Utf8Lines of(byte[] content) {
        List<Integer> broken = new ArrayList<>();
        int number = 1;
        int from = 0;
        for (int at = 0; at <= content.length; at++) {
            if (at == content.length || content[at] == '\n') {
                if (!isText(content, from, at)) {
                    broken.add(number);
                }
                number++;
                from = at + 1;
            }
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return new Utf8Lines(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, broken);
    }

    // A NUL is valid UTF-8, but comes from files in UTF-16 only.
    private static boolean isText(byte[] content, int from, int to) {
        for (int i = from; i < to; i++) {
            if (content[i] == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
