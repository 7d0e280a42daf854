package org.mammoflow.dicom.data;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** One pass over an encoded data set. Nested sequences lie on a stack of our own, so that no input overflows Java's. */
final class DataSetParse {

    private static final int ANY_GROUP = -1;

    private final Input input;
    private final ReaderLimits limits;
    private final ValueReader values;
    private final Deque<Level> open = new ArrayDeque<>();
    private int wantedGroup = ANY_GROUP;
    private int elements;

    DataSetParse(Input input, ReaderLimits limits, BulkData.Source source) {
        this.input = input;
        this.limits = limits;
        this.values = new ValueReader(input, limits, source);
    }

    /** Only the elements of one group that come first. */
    DataSetParse onlyGroup(int group) {
        wantedGroup = group;
        return this;
    }

    Attributes parse(Encoding encoding) throws IOException {
        Level.Elements root = Level.Elements.root(encoding, input.position());
        open.push(root);
        while (!open.isEmpty()) {
            Level level = open.peek();
            if (input.position() >= level.end()) {
                close();
            } else if (input.atEnd() || level == root && isPastWantedGroup(encoding)) {
                closeAtEnd(level, root);
            } else if (level instanceof Level.Elements set) {
                element(set);
            } else {
                item((Level.Items) level);
            }
        }
        return root.attributes();
    }

    private boolean isPastWantedGroup(Encoding encoding) throws IOException {
        return wantedGroup != ANY_GROUP && encoding.number(input.peek(2), 0, 2) != wantedGroup;
    }

    private void closeAtEnd(Level level, Level root) throws DicomFormatException {
        if (level != root) {
            throw level.header().fault(level.awaitsDelimiter() ? "no delimiter before the end" : "cut off at the end");
        }
        close();
    }

    private void element(Level.Elements set) throws IOException {
        Header header = Header.read(input, set.encoding());
        if (header.tag() == Tag.ItemDelimitationItem && set.awaitsDelimiter()) {
            delimited(header);
            return;
        }
        checkPlace(header, set);
        if (header.isUndefined() && header.tag() == Tag.PixelData) {
            set.attributes().put(values.fragments(header, set));
        } else if (header.isUndefined() || header.vr() == Vr.SQ) {
            openSequence(header, set);
        } else {
            values.checkLength(header, set);
            set.attributes().put(values.element(header, set, isSigned()));
        }
    }

    private void checkPlace(Header header, Level.Elements set) throws DicomFormatException {
        int group = header.tag() >>> 16;
        if (header.isDelimiter()) {
            throw header.fault("does not belong here");
        }
        if (group % 2 == 1 && (group < 8 || group == 0xFFFF)) {
            throw header.fault("this group is not allowed");
        }
        if (set.attributes().contains(header.tag())) {
            throw header.fault("occurs twice");
        }
        if (++elements > limits.elements()) {
            throw header.fault("more than " + limits.elements() + " elements");
        }
    }

    private void openSequence(Header header, Level.Elements set) throws IOException {
        if (header.vr() != Vr.SQ && header.vr() != Vr.UN) {
            throw header.fault("undefined length, not allowed for " + header.vr());
        }
        if (!header.isUndefined()) {
            values.checkLength(header, set);
        }
        if (open.size() / 2 >= limits.nesting()) {
            throw header.fault("more than " + limits.nesting() + " nested sequences");
        }
        // PS3.5 6.2.2: a sequence that some node knew no better than UN is in implicit VR little endian.
        Encoding encoding = header.vr() == Vr.SQ ? set.encoding() : Encoding.IMPLICIT_LITTLE_ENDIAN;
        open.push(Level.Items.sequence(header, encoding, input.position()));
    }

    private void item(Level.Items sequence) throws IOException {
        Header header = Header.read(input, sequence.encoding());
        if (header.tag() == Tag.SequenceDelimitationItem && sequence.awaitsDelimiter()) {
            delimited(header);
            return;
        }
        if (header.tag() != Tag.Item) {
            throw header.fault("expected an item of "
                    + Dictionary.describe(sequence.header().tag()));
        }
        values.countItem(header);
        if (!header.isUndefined()) {
            values.checkLength(header, sequence);
        }
        open.push(Level.Elements.item(header, sequence, input.position()));
    }

    private void delimited(Header header) throws DicomFormatException {
        if (header.length() != 0) {
            throw header.fault("length " + header.length() + ", expected 0");
        }
        close();
    }

    private void close() {
        Level closed = open.pop();
        if (closed instanceof Level.Items sequence) {
            Element element = new Element(sequence.header().tag(), Vr.SQ, new Value.Items(sequence.items()));
            ((Level.Elements) open.peek()).attributes().put(element);
        } else if (!open.isEmpty()) {
            ((Level.Items) open.peek()).items().add(((Level.Elements) closed).attributes());
        }
    }

    /** What Pixel Representation (0028,0103) says, in the innermost data set that has it. */
    private boolean isSigned() {
        for (Level level : open) {
            if (level instanceof Level.Elements set && set.attributes().contains(Tag.PixelRepresentation)) {
                return set.attributes().integer(Tag.PixelRepresentation).orElse(0) == 1;
            }
        }
        return false;
    }
}
