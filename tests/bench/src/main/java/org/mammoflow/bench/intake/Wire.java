package org.mammoflow.bench.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of PS3.8, PS3.7 and PS3.5 that the client needs, written out once. */
final class Wire {

    static final String MAMMOGRAM = "1.2.840.10008.5.1.4.1.1.1.2";
    static final String EXPLICIT = "1.2.840.10008.1.2.1";

    private Wire() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] pdu(int type, byte[] body) {
        return join(
                ByteBuffer.allocate(6)
                        .put((byte) type)
                        .put((byte) 0)
                        .putInt(body.length)
                        .array(),
                body);
    }

    private static byte[] item(int type, byte[] body) {
        return join(
                ByteBuffer.allocate(4)
                        .put((byte) type)
                        .put((byte) 0)
                        .putShort((short) body.length)
                        .array(),
                body);
    }

    static byte[] associateRq(String calledAe, String callingAe) {
        byte[] context = join(new byte[] {1, 0, 0, 0}, item(0x30, ascii(MAMMOGRAM)), item(0x40, ascii(EXPLICIT)));
        byte[] user = join(item(0x51, new byte[] {0, 1, 0, 0}), item(0x52, ascii("1.2.3.4")));
        return pdu(
                1,
                join(
                        new byte[] {0, 1, 0, 0},
                        ascii(String.format("%-16s%-16s", calledAe, callingAe)),
                        new byte[32],
                        item(0x10, ascii("1.2.840.10008.3.1.1.1")),
                        item(0x20, context),
                        item(0x50, user)));
    }

    /** An acceptance of the one context above, for a server that does not look at requests. */
    static byte[] associateAc(int maximumLength) {
        byte[] context = join(new byte[] {1, 0, 0, 0}, item(0x40, ascii(EXPLICIT)));
        byte[] maximum = ByteBuffer.allocate(4).putInt(maximumLength).array();
        return pdu(
                2,
                join(
                        new byte[] {0, 1, 0, 0},
                        new byte[64],
                        item(0x10, ascii("1.2.840.10008.3.1.1.1")),
                        item(0x21, context),
                        item(0x50, join(item(0x51, maximum), item(0x52, ascii("1.2.3.4"))))));
    }

    static byte[] pData(int control, byte[] fragment) {
        return pdu(4, pdv(control, fragment));
    }

    private static byte[] pdv(int control, byte[] fragment) {
        return join(
                ByteBuffer.allocate(6)
                        .putInt(fragment.length + 2)
                        .put((byte) 1)
                        .put((byte) control)
                        .array(),
                fragment);
    }

    private static byte[] command(int element, byte[] value) {
        return join(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) 0)
                        .putShort((short) element)
                        .putInt(value.length)
                        .array(),
                value);
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8)};
    }

    private static byte[] padded(String text, char padding) {
        return ascii(text.length() % 2 == 0 ? text : text + padding);
    }

    /** A C-STORE-RQ with message id 1. */
    static byte[] storeRq(String sopInstanceUid) {
        byte[] elements = join(
                command(0x0002, padded(MAMMOGRAM, '\0')),
                command(0x0100, number(1)),
                command(0x0110, number(1)),
                command(0x0700, number(0)),
                command(0x0800, number(1)),
                command(0x1000, padded(sopInstanceUid, '\0')));
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(elements.length)
                .array();
        return join(command(0x0000, length), elements);
    }

    /** A C-STORE-RSP with success, for a server that does not look at requests. */
    static byte[] storeRsp() {
        byte[] elements = join(
                command(0x0100, number(0x8001)),
                command(0x0120, number(1)),
                command(0x0800, number(0x0101)),
                command(0x0900, number(0)));
        return pData(3, elements);
    }

    private static byte[] element(int group, int element, String vr, byte[] value) {
        return join(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) group)
                        .putShort((short) element)
                        .put(ascii(vr))
                        .putShort((short) value.length)
                        .array(),
                value);
    }

    /** The data set up to the value of Pixel Data. */
    static byte[] header(String sopInstanceUid, int rows, int columns) {
        byte[] pixelData = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x7FE0)
                .putShort((short) 0x0010)
                .put(ascii("OW"))
                .putShort((short) 0)
                .putInt(rows * columns * 2)
                .array();
        return join(
                element(0x0008, 0x0016, "UI", padded(MAMMOGRAM, '\0')),
                element(0x0008, 0x0018, "UI", padded(sopInstanceUid, '\0')),
                element(0x0008, 0x0060, "CS", ascii("MG")),
                element(0x0010, 0x0010, "PN", ascii("BENCH ")),
                element(0x0010, 0x0020, "LO", ascii("BENCH ")),
                element(0x0020, 0x000D, "UI", ascii("1.2.3.44")),
                element(0x0020, 0x000E, "UI", ascii("1.2.3.55")),
                element(0x0028, 0x0002, "US", number(1)),
                element(0x0028, 0x0004, "CS", ascii("MONOCHROME2 ")),
                element(0x0028, 0x0010, "US", number(rows)),
                element(0x0028, 0x0011, "US", number(columns)),
                element(0x0028, 0x0100, "US", number(16)),
                element(0x0028, 0x0101, "US", number(12)),
                element(0x0028, 0x0102, "US", number(11)),
                element(0x0028, 0x0103, "US", number(0)),
                pixelData);
    }
}
