package org.mammoflow.dicom.net.upper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the big endian fields and items of a PDU; whatever would reach beyond its end is a malformed PDU. */
final class ItemReader {

    /** PS3.5 9.1. */
    private static final int UID_LENGTH = 64;

    private final ByteBuffer bytes;

    ItemReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    int remaining() {
        return bytes.remaining();
    }

    int uint8() throws MalformedPduException {
        require(1);
        return bytes.get() & 0xFF;
    }

    int uint16() throws MalformedPduException {
        require(2);
        return bytes.getShort() & 0xFFFF;
    }

    int int32() throws MalformedPduException {
        require(4);
        return bytes.getInt();
    }

    void skip(int length) throws MalformedPduException {
        require(length);
        bytes.position(bytes.position() + length);
    }

    String text(int length) throws MalformedPduException {
        require(length);
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** An AE title field: 16 characters with insignificant spaces around. */
    String aeTitle() throws MalformedPduException {
        return text(16).strip();
    }

    /** A UID that fills what is left, without padding. */
    String uid() throws MalformedPduException {
        return uid(remaining());
    }

    String uid(int length) throws MalformedPduException {
        if (length > UID_LENGTH + 1) {
            throw new MalformedPduException("a UID of " + length + " bytes");
        }
        String padded = text(length);
        int end = padded.length();
        while (end > 0 && (padded.charAt(end - 1) == 0 || padded.charAt(end - 1) == ' ')) {
            end--;
        }
        return padded.substring(0, end);
    }

    /** The next {@code length} bytes as a reader of their own. */
    ItemReader sub(int length) throws MalformedPduException {
        require(length);
        ItemReader sub = new ItemReader(bytes.slice(bytes.position(), length));
        bytes.position(bytes.position() + length);
        return sub;
    }

    /** The body of an item whose type has just been read: reserved byte, length, body. */
    ItemReader itemBody() throws MalformedPduException {
        skip(1);
        return sub(uint16());
    }

    private void require(int length) throws MalformedPduException {
        if (length > bytes.remaining()) {
            throw new MalformedPduException(
                    "a field of " + length + " bytes where only " + bytes.remaining() + " are left");
        }
    }
}
