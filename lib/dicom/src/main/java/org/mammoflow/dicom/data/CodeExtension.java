package org.mammoflow.dicom.data;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Text whose character sets change by ISO 2022 escape sequences (PS3.5 6.1.2.5). */
final class CodeExtension {

    private static final int ESCAPE = 0x1B;

    private final List<Repertoire> declared;
    private final Repertoire initialG0;
    private final Optional<Repertoire> initialG1;
    /** Some writers leave out the escape sequence where only one declared set can be meant. */
    private final Optional<Repertoire> assumedG1;

    /** @param declared the repertoires of Specific Character Set (0008,0005), the initial one first */
    CodeExtension(List<Repertoire> declared) {
        this.declared = declared;
        Repertoire first = declared.get(0);
        initialG0 = first == Repertoire.KATAKANA ? Repertoire.ROMAJI : Repertoire.ASCII;
        initialG1 = Optional.of(first).filter(repertoire -> !repertoire.isG0());
        assumedG1 = declared.stream().filter(repertoire -> !repertoire.isG0()).findFirst();
    }

    /** Undecodable bytes become U+FFFD. */
    String decode(byte[] bytes, Vr vr) {
        return new Decoding(bytes, vr).decoded();
    }

    /** @throws IllegalArgumentException when a character is in none of the declared repertoires */
    byte[] encode(String text, Vr vr) {
        return new Encoding(vr).encoded(text);
    }

    private static boolean isDelimiter(int character, Vr vr) {
        return character == '\\' && vr.isSeparated() || vr == Vr.PN && (character == '^' || character == '=');
    }

    private static boolean isGraphic(int character) {
        return character > 0x20 && character != 0x7F;
    }

    private final class Decoding {
        private final byte[] bytes;
        private final Vr vr;
        private final StringBuilder text = new StringBuilder();
        private Repertoire g0 = initialG0;
        private Optional<Repertoire> g1 = assumedG1;
        private int position;

        Decoding(byte[] bytes, Vr vr) {
            this.bytes = bytes;
            this.vr = vr;
        }

        String decoded() {
            while (position < bytes.length) {
                int next = bytes[position] & 0xFF;
                if (next == ESCAPE) {
                    designate();
                } else if (!isGraphic(next) || endsState(next)) {
                    literal(next);
                } else {
                    run(next >= 0x80);
                }
            }
            return text.toString();
        }

        private boolean endsState(int next) {
            return !g0.hasTwoByteG0() && isDelimiter(next, vr);
        }

        private void literal(int next) {
            text.append((char) next);
            position++;
            if (next != ' ') {
                g0 = initialG0;
                g1 = assumedG1;
            }
        }

        private void designate() {
            Optional<Repertoire> repertoire = Repertoire.designatedAt(bytes, position);
            if (repertoire.isEmpty()) {
                text.append('\uFFFD');
                position++;
            } else if (repertoire.get().isG0()) {
                g0 = repertoire.get();
                position += g0.escape().length;
            } else {
                g1 = repertoire;
                position += repertoire.get().escape().length;
            }
        }

        private void run(boolean high) {
            int start = position;
            while (position < bytes.length && continues(bytes[position] & 0xFF, high)) {
                position++;
            }
            byte[] run = Arrays.copyOfRange(bytes, start, position);
            if (high) {
                text.append(g1.map(set -> set.decode(run)).orElseGet(() -> "\uFFFD".repeat(run.length)));
            } else {
                text.append(g0.decode(run));
            }
        }

        private boolean continues(int next, boolean high) {
            return high ? next >= 0x80 : next < 0x80 && isGraphic(next) && !endsState(next);
        }
    }

    private final class Encoding {
        private final Vr vr;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Repertoire g0 = initialG0;
        private Optional<Repertoire> g1 = initialG1;

        Encoding(Vr vr) {
            this.vr = vr;
        }

        byte[] encoded(String text) {
            text.codePoints().forEach(this::write);
            leaveTwoByteG0();
            return bytes.toByteArray();
        }

        private void write(int character) {
            if (!isGraphic(character) || isDelimiter(character, vr)) {
                leaveTwoByteG0();
                bytes.write(character);
                if (character != ' ') {
                    g0 = initialG0;
                    g1 = initialG1;
                }
            } else if (!written(g0, character)
                    && g1.filter(set -> written(set, character)).isEmpty()) {
                designate(character);
            }
        }

        private boolean written(Repertoire repertoire, int character) {
            Optional<byte[]> code = repertoire.encode(character);
            code.ifPresent(bytes::writeBytes);
            return code.isPresent();
        }

        private void designate(int character) {
            Repertoire wanted = Optional.of(initialG0)
                    .filter(set -> set.encode(character).isPresent())
                    .or(() -> declared.stream()
                            .filter(set -> set.encode(character).isPresent())
                            .findFirst())
                    .orElseThrow(() -> new IllegalArgumentException("a character is in none of " + declared));
            enter(wanted);
            written(wanted, character);
        }

        private void enter(Repertoire wanted) {
            bytes.writeBytes(wanted.escape());
            if (wanted.isG0()) {
                g0 = wanted;
            } else {
                g1 = Optional.of(wanted);
            }
        }

        private void leaveTwoByteG0() {
            if (g0.hasTwoByteG0()) {
                enter(initialG0);
            }
        }
    }
}
