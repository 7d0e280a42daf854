package org.mammoflow.classifier.engine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads what an ONNX file says about itself: {@code metadata_props}, field 14 of {@code ModelProto} in onnx.proto. It
 * needs no engine, so that a file can be looked at before it is loaded.
 */
public final class OnnxMetadata {

    private static final int METADATA_PROPS = 14;
    private static final int KEY = 1;
    private static final int VALUE = 2;

    private OnnxMetadata() {}

    /**
     * Keys and values.
     *
     * @throws EngineFailure when these bytes are no ONNX file
     */
    public static Map<String, String> of(byte[] onnx) {
        try {
            Map<String, String> properties = new HashMap<>();
            fields(ByteBuffer.wrap(onnx), (number, bytes) -> {
                if (number == METADATA_PROPS) {
                    Map<Integer, String> entry = new HashMap<>();
                    fields(bytes, (part, text) -> entry.put(part, text(text)));
                    properties.put(entry.getOrDefault(KEY, ""), entry.getOrDefault(VALUE, ""));
                }
            });
            return properties;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new EngineFailure("it is no ONNX file", e);
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private interface Field {
        void is(int number, ByteBuffer bytes);
    }

    /** Protocol Buffers' wire format: each field has a number, a type of four, and its bytes. */
    private static void fields(ByteBuffer message, Field field) {
        while (message.hasRemaining()) {
            long tag = varint(message);
            switch ((int) tag & 7) {
                case 0 -> varint(message);
                case 1 -> skip(message, 8);
                case 2 -> field.is((int) (tag >>> 3), skip(message, varint(message)));
                case 5 -> skip(message, 4);
                default -> throw new IllegalArgumentException("no such wire type: " + (tag & 7));
            }
        }
    }

    private static ByteBuffer skip(ByteBuffer message, long length) {
        if (length < 0 || length > message.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer skipped = message.slice(message.position(), (int) length);
        message.position(message.position() + (int) length);
        return skipped;
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = message.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }
}
