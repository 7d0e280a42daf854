package org.mammoflow.dicom.net.dimse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A command set (PS3.7 6.3): elements of group 0000 in implicit little endian. */
public final class CommandSet {

    /** Value of Command Data Set Type that says that no data set follows; any other says that one does. */
    static final int NO_DATA_SET = 0x0101;

    private static final int DATA_SET = 0x0001;
    private static final int HEADER = 8;

    private final TreeMap<Integer, byte[]> elements = new TreeMap<>();

    CommandSet(CommandField field) {
        this(field.value());
    }

    CommandSet(int commandField) {
        put(CommandElement.COMMAND_FIELD, commandField);
    }

    private CommandSet() {}

    /** Reads a whole command set; the group length is not needed and not believed. */
    public static CommandSet parse(ByteBuffer encoded) throws MalformedCommandException {
        ByteBuffer in = encoded.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        CommandSet command = new CommandSet();
        while (in.hasRemaining()) {
            command.parseElement(in);
        }
        if (command.number(CommandElement.COMMAND_FIELD).isEmpty()) {
            throw new MalformedCommandException("command set without Command Field (0000,0100)");
        }
        return command;
    }

    private void parseElement(ByteBuffer in) throws MalformedCommandException {
        int offset = in.position();
        if (in.remaining() < HEADER) {
            throw new MalformedCommandException("command set ends within an element header at byte " + offset);
        }
        int group = in.getShort() & 0xFFFF;
        int element = in.getShort() & 0xFFFF;
        int length = in.getInt();
        if (group != 0) {
            throw new MalformedCommandException(
                    String.format("(%04X,%04X) at byte %d: not a command element", group, element, offset));
        }
        if (length < 0 || length > in.remaining()) {
            throw new MalformedCommandException(String.format(
                    "(0000,%04X) at byte %d: length %s, only %d bytes left",
                    element, offset, Integer.toUnsignedString(length), in.remaining()));
        }
        byte[] value = new byte[length];
        in.get(value);
        elements.put(element, value);
    }

    /** The encoding, with its group length. */
    public byte[] encode() {
        int length = elements.values().stream().mapToInt(v -> HEADER + v.length).sum();
        ByteBuffer out = ByteBuffer.allocate(HEADER + 4 + length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0).putInt(4).putInt(length);
        for (Map.Entry<Integer, byte[]> element : elements.entrySet()) {
            out.putShort((short) 0).putShort(element.getKey().shortValue());
            out.putInt(element.getValue().length).put(element.getValue());
        }
        return out.array();
    }

    /** The value as received; what is not known here is kept too. */
    public int commandField() {
        return number(CommandElement.COMMAND_FIELD).orElseThrow();
    }

    public boolean isResponse() {
        return (commandField() & CommandField.RESPONSE) != 0;
    }

    public boolean hasDataSet() {
        return number(CommandElement.COMMAND_DATA_SET_TYPE).orElse(NO_DATA_SET) != NO_DATA_SET;
    }

    /** An unsigned 16 bit value; empty when the element is missing or has another length. */
    public OptionalInt number(CommandElement element) {
        byte[] value = elements.get(element.number());
        if (value == null || value.length != 2) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((value[0] & 0xFF) | (value[1] & 0xFF) << 8);
    }

    /** A text or UID without its trailing padding; empty when the element is missing. */
    public Optional<String> text(CommandElement element) {
        byte[] value = elements.get(element.number());
        if (value == null) {
            return Optional.empty();
        }
        int length = value.length;
        while (length > 0 && (value[length - 1] == 0 || value[length - 1] == ' ')) {
            length--;
        }
        return Optional.of(new String(value, 0, length, StandardCharsets.ISO_8859_1));
    }

    CommandSet put(CommandElement element, int value) {
        elements.put(element.number(), new byte[] {(byte) value, (byte) (value >>> 8)});
        return this;
    }

    CommandSet putUid(CommandElement element, String uid) {
        return put(element, uid, (byte) 0);
    }

    CommandSet putText(CommandElement element, String text) {
        return put(element, text, (byte) ' ');
    }

    private CommandSet put(CommandElement element, String text, byte padding) {
        byte[] value = text.getBytes(StandardCharsets.ISO_8859_1);
        if (value.length % 2 == 1) {
            byte[] padded = java.util.Arrays.copyOf(value, value.length + 1);
            padded[value.length] = padding;
            value = padded;
        }
        elements.put(element.number(), value);
        return this;
    }

    CommandSet withDataSet(boolean follows) {
        return put(CommandElement.COMMAND_DATA_SET_TYPE, follows ? DATA_SET : NO_DATA_SET);
    }
}
