package org.mammoflow.dicom.net.upper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes the big endian fields and items of a PDU. */
final class ItemWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    ItemWriter uint8(int value) {
        bytes.write(value);
        return this;
    }

    ItemWriter uint16(int value) {
        return uint8(value >>> 8).uint8(value);
    }

    ItemWriter int32(int value) {
        return uint16(value >>> 16).uint16(value);
    }

    ItemWriter zeros(int count) {
        for (int i = 0; i < count; i++) {
            bytes.write(0);
        }
        return this;
    }

    ItemWriter text(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    ItemWriter raw(byte[] content) {
        bytes.writeBytes(content);
        return this;
    }

    /** 16 characters, padded with spaces. */
    ItemWriter aeTitle(String title) {
        return text(String.format("%-16.16s", title));
    }

    /** A two byte length and the text. */
    ItemWriter lengthAndText(String text) {
        return uint16(text.length()).text(text);
    }

    ItemWriter item(int type, Consumer<ItemWriter> body) {
        ItemWriter inner = new ItemWriter();
        body.accept(inner);
        return uint8(type).uint8(0).uint16(inner.bytes.size()).raw(inner.bytes.toByteArray());
    }

    ItemWriter textItem(int type, String text) {
        return item(type, body -> body.text(text));
    }

    /** What was written, behind the header of a PDU of this type. */
    byte[] toPdu(int type) {
        ItemWriter pdu = new ItemWriter();
        pdu.uint8(type).uint8(0).int32(bytes.size()).raw(bytes.toByteArray());
        return pdu.bytes.toByteArray();
    }
}
