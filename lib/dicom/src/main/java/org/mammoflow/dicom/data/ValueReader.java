package org.mammoflow.dicom.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Takes values in, or leaves them where they lie, within the limits. */
final class ValueReader {

    private final Input input;
    private final ReaderLimits limits;
    private final BulkData.Source source;
    private long bytesInMemory;
    private int items;

    ValueReader(Input input, ReaderLimits limits, BulkData.Source source) {
        this.input = input;
        this.limits = limits;
        this.source = source;
    }

    /** Refuses lengths that are odd or reach beyond what holds the element. */
    void checkLength(Header header, Level around) throws DicomFormatException {
        if (header.length() % 2 != 0) {
            throw header.fault("length " + header.length() + ", expected " + expectedLength(header));
        }
        long inside = around.end() - input.position();
        if (header.length() > inside) {
            throw header.fault("length " + header.length() + ", but what holds it ends after " + inside);
        }
        OptionalLong left = input.left();
        if (left.isPresent() && header.length() > left.getAsLong()) {
            throw missing(header, left.getAsLong());
        }
    }

    private static String expectedLength(Header header) {
        boolean single =
                header.vr().isNumeric() && Dictionary.multiplicity(header.tag()).equals("1");
        return single ? Integer.toString(header.vr().valueLength()) : "an even number";
    }

    private static DicomFormatException missing(Header header, long left) {
        return header.fault("length " + header.length() + ", but only " + left + " bytes are left");
    }

    Element element(Header header, Level.Elements set, boolean signed) throws IOException {
        boolean implicit = !set.encoding().explicitVr();
        Vr vr = implicit && signed && Dictionary.isSignDependent(header.tag()) ? Vr.SS : header.vr();
        int swappedUnit = set.encoding().bigEndian() ? vr.unit() : 1;
        boolean stays = header.tag() == Tag.PixelData || header.length() > limits.valueInMemory();
        return new Element(header.tag(), vr, stays ? bulk(header, swappedUnit) : loaded(header, swappedUnit));
    }

    private Value loaded(Header header, int swappedUnit) throws IOException {
        bytesInMemory += header.length();
        if (bytesInMemory > limits.bytesInMemory()) {
            throw header.fault("more than " + limits.bytesInMemory() + " bytes of values");
        }
        byte[] bytes = input.read((int) header.length());
        if (bytes.length < header.length()) {
            throw missing(header, bytes.length);
        }
        return new Value.Bytes(swappedUnit == 1 ? bytes : SwappedInputStream.swap(bytes, swappedUnit));
    }

    private BulkData bulk(Header header, int swappedUnit) throws IOException {
        long offset = input.position();
        long skipped = input.skip(header.length());
        if (skipped < header.length()) {
            throw missing(header, skipped);
        }
        return new BulkData(source, offset, header.length(), swappedUnit);
    }

    /** The fragments of encapsulated Pixel Data (PS3.5 A.4), up to their Sequence Delimitation Item. */
    Element fragments(Header pixelData, Level.Elements set) throws IOException {
        List<Long> offsets = new ArrayList<>(set.attributes().longs(Tag.ExtendedOffsetTable));
        List<BulkData> fragments = new ArrayList<>();
        boolean first = true;
        for (Header item = next(pixelData, set); item.tag() == Tag.Item; item = next(pixelData, set)) {
            if (first) {
                offsets.addAll(offsetTable(item));
            } else {
                fragments.add(bulk(item, 1));
            }
            first = false;
        }
        return new Element(pixelData.tag(), pixelData.vr(), new Fragments(offsets, fragments));
    }

    private Header next(Header pixelData, Level.Elements set) throws IOException {
        if (input.atEnd()) {
            throw pixelData.fault("no delimiter before the end");
        }
        Header header = Header.read(input, set.encoding());
        boolean delimiter = header.tag() == Tag.SequenceDelimitationItem && header.length() == 0;
        if (header.tag() != Tag.Item && !delimiter) {
            throw header.fault("expected a fragment of (7FE0,0010) PixelData");
        }
        if (header.isUndefined()) {
            throw header.fault("undefined length, not allowed for a fragment");
        }
        countItem(header);
        checkLength(header, set);
        return header;
    }

    private List<Long> offsetTable(Header item) throws IOException {
        if (item.length() % 4 != 0 || item.length() / 4 > limits.items()) {
            throw item.fault("length " + item.length() + " of the offset table");
        }
        Value.Bytes table = (Value.Bytes) loaded(item, 1);
        return BinaryNumbers.integers(table.bytes(), Vr.UL).boxed().toList();
    }

    void countItem(Header item) throws DicomFormatException {
        if (++items > limits.items()) {
            throw item.fault("more than " + limits.items() + " items");
        }
    }
}
