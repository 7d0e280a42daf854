package org.mammoflow.dicom.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Binary numbers in little endian: AT, FD, FL, OB, OD, OF, OL, OV, OW, SL, SS, SV, UL, US, UV. */
final class BinaryNumbers {

    private BinaryNumbers() {}

    /** None when the length is no multiple of a value's, or the representation is not of whole numbers. */
    static LongStream integers(byte[] value, Vr vr) {
        if (vr == Vr.FL || vr == Vr.FD || vr == Vr.OF || vr == Vr.OD || value.length % vr.valueLength() != 0) {
            return LongStream.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        return IntStream.range(0, value.length / vr.valueLength()).mapToLong(index -> integer(buffer, index, vr));
    }

    private static long integer(ByteBuffer buffer, int index, Vr vr) {
        if (vr == Vr.AT) {
            return (buffer.getShort(index * 4) & 0xFFFFL) << 16 | buffer.getShort(index * 4 + 2) & 0xFFFFL;
        }
        return switch (vr.unit()) {
            case 1 -> buffer.get(index) & 0xFFL;
            case 2 -> vr.isUnsigned() ? buffer.getShort(index * 2) & 0xFFFFL : buffer.getShort(index * 2);
            case 4 -> vr.isUnsigned() ? buffer.getInt(index * 4) & 0xFFFFFFFFL : buffer.getInt(index * 4);
            default -> buffer.getLong(index * 8);
        };
    }

    static List<Double> decimals(byte[] value, Vr vr) {
        if (value.length % vr.valueLength() != 0) {
            return List.of();
        }
        ByteBuffer buffer = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        return switch (vr) {
            case FL, OF ->
                IntStream.range(0, value.length / 4)
                        .mapToObj(index -> (double) buffer.getFloat(index * 4))
                        .toList();
            case FD, OD ->
                IntStream.range(0, value.length / 8)
                        .mapToObj(index -> buffer.getDouble(index * 8))
                        .toList();
            default -> integers(value, vr).mapToObj(number -> (double) number).toList();
        };
    }

    /** @throws IllegalArgumentException when a number does not fit */
    static byte[] encode(Vr vr, long... numbers) {
        ByteBuffer buffer =
                ByteBuffer.allocate(numbers.length * vr.valueLength()).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            checkRange(vr, number);
            put(buffer, vr, number);
        }
        return buffer.array();
    }

    private static void put(ByteBuffer buffer, Vr vr, long number) {
        if (vr == Vr.AT) {
            buffer.putShort((short) (number >>> 16)).putShort((short) number);
            return;
        }
        switch (vr.unit()) {
            case 1 -> buffer.put((byte) number);
            case 2 -> buffer.putShort((short) number);
            case 4 -> buffer.putInt((int) number);
            default -> buffer.putLong(number);
        }
    }

    private static void checkRange(Vr vr, long number) {
        int bits = vr.valueLength() * 8;
        if (bits == 64) {
            return;
        }
        long lowest = vr.isUnsigned() ? 0 : -(1L << bits - 1);
        long highest = lowest + (1L << bits) - 1;
        if (number < lowest || number > highest) {
            throw new IllegalArgumentException(number + " does not fit " + vr);
        }
    }

    static byte[] encode(Vr vr, double... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * vr.unit()).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            if (vr.unit() == 4) {
                buffer.putFloat((float) number);
            } else {
                buffer.putDouble(number);
            }
        }
        return buffer.array();
    }
}
