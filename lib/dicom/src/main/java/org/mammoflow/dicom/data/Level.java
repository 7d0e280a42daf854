package org.mammoflow.dicom.data;

import java.util.ArrayList;
import java.util.List;

/** A data set, a sequence or an item that has begun and not ended. */
sealed interface Level {

    /** Where it ends; {@link Long#MAX_VALUE} when a delimiter or the end of the bytes says so. */
    long end();

    Encoding encoding();

    /** The header that opened it. */
    Header header();

    default boolean awaitsDelimiter() {
        return header().isUndefined();
    }

    /** Elements follow each other: the data set itself or an item. */
    record Elements(Header header, long end, Encoding encoding, Attributes attributes) implements Level {

        static Elements item(Header header, Level sequence, long position) {
            return new Elements(header, Level.end(header, position), sequence.encoding(), new Attributes());
        }

        /** The data set itself ends with its bytes. */
        static Elements root(Encoding encoding, long position) {
            Header none = new Header(0, Vr.UN, 0, position);
            return new Elements(none, Long.MAX_VALUE, encoding, new Attributes());
        }
    }

    /** Items follow each other. */
    record Items(Header header, long end, Encoding encoding, List<Attributes> items) implements Level {

        static Items sequence(Header header, Encoding encoding, long position) {
            return new Items(header, Level.end(header, position), encoding, new ArrayList<>());
        }
    }

    private static long end(Header header, long position) {
        return header.isUndefined() ? Long.MAX_VALUE : position + header.length();
    }
}
