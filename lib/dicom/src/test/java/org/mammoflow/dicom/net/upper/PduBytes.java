package org.mammoflow.dicom.net.upper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** PDUs written out byte by byte, right or wrong, apart from the codec that they test. */
public final class PduBytes {

    public static final String MAMMOGRAM = "1.2.840.10008.5.1.4.1.1.1.2";
    public static final String VERIFICATION = "1.2.840.10008.1.1";
    public static final String EXPLICIT = "1.2.840.10008.1.2.1";
    public static final String IMPLICIT = "1.2.840.10008.1.2";
    /** Message control headers (PS3.8 E.2). */
    public static final int COMMAND = 1;

    public static final int LAST = 2;

    private PduBytes() {}

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A PDU whose length field says the truth. */
    public static byte[] pdu(int type, byte[] variableField) {
        return join(header(type, variableField.length), variableField);
    }

    /** A PDU header that may lie about its length. */
    public static byte[] header(int type, int length) {
        return ByteBuffer.allocate(6)
                .put((byte) type)
                .put((byte) 0)
                .putInt(length)
                .array();
    }

    static byte[] item(int type, byte[] body) {
        return join(
                ByteBuffer.allocate(4)
                        .put((byte) type)
                        .put((byte) 0)
                        .putShort((short) body.length)
                        .array(),
                body);
    }

    /** One presentation context item. */
    public static byte[] context(int id, String abstractSyntax, String... transferSyntaxes) {
        byte[] body = join(new byte[] {(byte) id, 0, 0, 0}, item(0x30, ascii(abstractSyntax)));
        for (String syntax : transferSyntaxes) {
            body = join(body, item(0x40, ascii(syntax)));
        }
        return item(0x20, body);
    }

    public static byte[] releaseRq() {
        return pdu(5, new byte[4]);
    }

    public static byte[] releaseRp() {
        return pdu(6, new byte[4]);
    }

    public static byte[] abort() {
        return pdu(7, new byte[4]);
    }

    /**
     * A P-DATA-TF with one PDV.
     *
     * @param control of {@link #COMMAND} and {@link #LAST} those that hold, or 0
     */
    public static byte[] pData(int contextId, int control, byte[] fragment) {
        return pdu(4, pdv(contextId, control, fragment));
    }

    public static byte[] pdv(int contextId, int control, byte[] fragment) {
        return join(
                ByteBuffer.allocate(6)
                        .putInt(fragment.length + 2)
                        .put((byte) contextId)
                        .put((byte) control)
                        .array(),
                fragment);
    }

    /** A command element in implicit little endian. */
    public static byte[] element(int number, byte[] value) {
        return join(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) 0)
                        .putShort((short) number)
                        .putInt(value.length)
                        .array(),
                value);
    }

    public static byte[] number(int number, int value) {
        return element(number, new byte[] {(byte) value, (byte) (value >> 8)});
    }

    public static byte[] uid(int number, String uid) {
        return element(number, ascii(uid.length() % 2 == 0 ? uid : uid + '\0'));
    }

    public static byte[] storeCommand(String sopClassUid, String sopInstanceUid) {
        return join(
                uid(0x0002, sopClassUid),
                number(0x0100, 0x0001),
                number(0x0110, 7),
                number(0x0700, 0),
                number(0x0800, 1),
                uid(0x1000, sopInstanceUid));
    }

    public static byte[] echoCommand() {
        return join(uid(0x0002, VERIFICATION), number(0x0100, 0x0030), number(0x0110, 7), number(0x0800, 0x0101));
    }

    /** An A-ASSOCIATE-RQ that is right until something is changed. */
    public static AssociateRqBytes associateRq() {
        return new AssociateRqBytes();
    }

    /** Builds an A-ASSOCIATE-RQ. */
    public static final class AssociateRqBytes {

        private int version = 1;
        private String called = "MAMMOFLOW";
        private String calling = "SCRIPTED";
        private String applicationContext = "1.2.840.10008.3.1.1.1";
        private List<byte[]> contexts =
                new ArrayList<>(List.of(context(1, MAMMOGRAM, EXPLICIT), context(3, VERIFICATION, IMPLICIT)));
        private byte[] userItems = join(item(0x51, new byte[] {0, 0, 0x40, 0}), item(0x52, ascii("1.2.3")));

        public AssociateRqBytes version(int newVersion) {
            version = newVersion;
            return this;
        }

        public AssociateRqBytes called(String title) {
            called = title;
            return this;
        }

        public AssociateRqBytes calling(String title) {
            calling = title;
            return this;
        }

        public AssociateRqBytes applicationContext(String uid) {
            applicationContext = uid;
            return this;
        }

        public AssociateRqBytes contexts(byte[]... newContexts) {
            contexts = List.of(newContexts);
            return this;
        }

        public AssociateRqBytes userItem(int type, byte[] body) {
            userItems = join(userItems, item(type, body));
            return this;
        }

        public byte[] bytes() {
            byte[] fixed = ByteBuffer.allocate(68)
                    .putShort((short) version)
                    .putShort((short) 0)
                    .put(ascii(String.format("%-16s", called)))
                    .put(ascii(String.format("%-16s", calling)))
                    .array();
            byte[] body = join(fixed, item(0x10, ascii(applicationContext)));
            for (byte[] context : contexts) {
                body = join(body, context);
            }
            return pdu(1, join(body, item(0x50, userItems)));
        }
    }
}
