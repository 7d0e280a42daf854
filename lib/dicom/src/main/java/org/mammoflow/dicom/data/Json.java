package org.mammoflow.dicom.data;

import java.io.IOException;
import java.math.BigDecimal;

/** JSON (RFC 8259) in the order in which it is told, with its commas in place. */
final class Json {

    private final Appendable out;
    private boolean needsComma;

    Json(Appendable out) {
        this.out = out;
    }

    Json open(char bracket) throws IOException {
        comma();
        out.append(bracket);
        needsComma = false;
        return this;
    }

    Json close(char bracket) throws IOException {
        out.append(bracket);
        needsComma = true;
        return this;
    }

    Json name(String name) throws IOException {
        string(name);
        out.append(':');
        needsComma = false;
        return this;
    }

    Json string(String text) throws IOException {
        comma();
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
        return this;
    }

    /** A number or null. */
    Json bare(String literal) throws IOException {
        comma();
        out.append(literal);
        return this;
    }

    static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : new BigDecimal(Double.toString(number)).toString();
    }

    private void character(char character) throws IOException {
        if (character == '"' || character == '\\') {
            out.append('\\').append(character);
        } else if (character < 0x20
                || Character.isSurrogate(character)
                || character == '\u2028'
                || character == '\u2029') {
            out.append("\\u%04x".formatted((int) character));
        } else {
            out.append(character);
        }
    }

    private void comma() throws IOException {
        if (needsComma) {
            out.append(',');
        }
        needsComma = true;
    }
}
