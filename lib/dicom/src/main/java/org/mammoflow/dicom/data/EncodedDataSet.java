package org.mammoflow.dicom.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A data set in little endian with all its lengths known, ready to be written. */
final class EncodedDataSet {

    private static final int MAXIMUM_SHORT_LENGTH = 0xFFFE;
    private static final long MAXIMUM_LENGTH = 0xFFFFFFFEL;

    /** What follows the header of an element or item. */
    private sealed interface Body {

        long length();

        void writeTo(OutputStream out) throws IOException;
    }

    private record InMemory(
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) implements Body {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    private record InFile(BulkData data) implements Body {
        @Override
        public long length() {
            return data.length() + data.length() % 2;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (InputStream in = data.open()) {
                in.transferTo(out);
            }
            if (data.length() % 2 == 1) {
                out.write(0);
            }
        }
    }

    /** The items of a sequence, or the data set itself. */
    private record Parts(List<Part> parts, long length) implements Body {

        static Parts of(List<Part> parts) {
            return new Parts(parts, parts.stream().mapToLong(Part::length).sum());
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            for (Part part : parts) {
                part.writeTo(out);
            }
        }
    }

    /** A header with its body: an element, an item, a fragment or a delimiter. */
    private record Part(byte[] header, Body body) {

        long length() {
            return header.length + body.length();
        }

        void writeTo(OutputStream out) throws IOException {
            out.write(header);
            body.writeTo(out);
        }
    }

    private final boolean explicitVr;
    private final Body body;

    private EncodedDataSet(Attributes dataSet, boolean explicitVr) {
        this.explicitVr = explicitVr;
        this.body = elements(dataSet);
    }

    static EncodedDataSet of(Attributes dataSet, boolean explicitVr) {
        return new EncodedDataSet(dataSet, explicitVr);
    }

    void writeTo(OutputStream out) throws IOException {
        body.writeTo(out);
    }

    private Parts elements(Attributes dataSet) {
        return Parts.of(StreamSupport.stream(dataSet.spliterator(), false)
                .filter(element -> (element.tag() & 0xFFFF) != 0)
                .map(element -> element(element, dataSet))
                .toList());
    }

    private Part element(Element element, Attributes dataSet) {
        if (element.value() instanceof Fragments fragments) {
            return new Part(header(element.tag(), element.vr(), Header.UNDEFINED), encapsulated(fragments, dataSet));
        }
        Body value = value(element, dataSet);
        if (value.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException(Dictionary.describe(element.tag()) + ": longer than 4 GB");
        }
        return new Part(header(element.tag(), element.vr(), value.length()), value);
    }

    private Body value(Element element, Attributes dataSet) {
        if (element.value() instanceof Value.Items sequence) {
            return Parts.of(sequence.items().stream()
                    .map(this::elements)
                    .map(item -> new Part(delimiter(Tag.Item, item.length()), item))
                    .toList());
        }
        return element.value() instanceof BulkData data
                ? new InFile(data)
                : new InMemory(TextValues.padded(dataSet.content(element).bytes(), element.vr()));
    }

    private static Parts encapsulated(Fragments fragments, Attributes dataSet) {
        List<Part> items = new ArrayList<>();
        // PS3.5 A.4: the Basic Offset Table is empty when the data set has an Extended one.
        List<Long> offsets = dataSet.contains(Tag.ExtendedOffsetTable) ? List.of() : fragments.offsets();
        byte[] table = BinaryNumbers.encode(
                Vr.UL, offsets.stream().mapToLong(Long::longValue).toArray());
        items.add(new Part(delimiter(Tag.Item, table.length), new InMemory(table)));
        for (BulkData fragment : fragments.fragments()) {
            Body body = new InFile(fragment);
            items.add(new Part(delimiter(Tag.Item, body.length()), body));
        }
        items.add(new Part(delimiter(Tag.SequenceDelimitationItem, 0), new InMemory(new byte[0])));
        return Parts.of(items);
    }

    private static byte[] delimiter(int tag, long length) {
        return header(8, tag).putInt((int) length).array();
    }

    private byte[] header(int tag, Vr vr, long length) {
        if (!explicitVr) {
            return delimiter(tag, length);
        }
        // PS3.5 6.2.2: a value that is too long for its short header is written as UN.
        Vr written = vr.hasLongLength() || length <= MAXIMUM_SHORT_LENGTH ? vr : Vr.UN;
        byte[] name = written.name().getBytes(StandardCharsets.US_ASCII);
        return written.hasLongLength()
                ? header(12, tag)
                        .put(name)
                        .putShort((short) 0)
                        .putInt((int) length)
                        .array()
                : header(8, tag).put(name).putShort((short) length).array();
    }

    private static ByteBuffer header(int size, int tag) {
        return ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag);
    }
}
