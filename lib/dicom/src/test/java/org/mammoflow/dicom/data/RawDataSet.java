package org.mammoflow.dicom.data;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bytes of explicit VR little endian put together by hand, right or wrong. */
final class RawDataSet {

    static final int UNDEFINED = 0xFFFFFFFF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A header with a length of 16 bits and a value of any length. */
    RawDataSet element(int tag, String vr, int length, byte... value) {
        tag(tag);
        bytes.writeBytes(vr.getBytes(StandardCharsets.ISO_8859_1));
        number(2, length);
        return value(value);
    }

    RawDataSet text(int tag, String vr, String value) {
        byte[] encoded = value.getBytes(StandardCharsets.ISO_8859_1);
        return element(tag, vr, encoded.length, encoded);
    }

    /** A header with a length of 32 bits and a value of any length. */
    RawDataSet longElement(int tag, String vr, int length, byte... value) {
        tag(tag);
        bytes.writeBytes(vr.getBytes(StandardCharsets.ISO_8859_1));
        number(2, 0);
        number(4, length);
        return value(value);
    }

    /** A header without VR: an item, a delimiter, or any element in implicit VR. */
    RawDataSet implicit(int tag, int length, byte... value) {
        tag(tag);
        number(4, length);
        return value(value);
    }

    RawDataSet item(int length) {
        return implicit(Tag.Item, length);
    }

    RawDataSet endOfItem() {
        return implicit(Tag.ItemDelimitationItem, 0);
    }

    RawDataSet endOfSequence() {
        return implicit(Tag.SequenceDelimitationItem, 0);
    }

    RawDataSet value(byte... value) {
        bytes.writeBytes(value);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Attributes read() throws DicomFormatException {
        return new DataSetReader(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ReaderLimits.STANDARD).read(bytes());
    }

    Attributes readImplicit() throws DicomFormatException {
        return new DataSetReader(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, ReaderLimits.STANDARD).read(bytes());
    }

    private void tag(int tag) {
        number(2, tag >>> 16);
        number(2, tag);
    }

    private void number(int size, int value) {
        byte[] four = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
        bytes.write(four, 0, size);
    }
}
