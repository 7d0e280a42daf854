package org.mammoflow.dicom.data;

import java.util.List;

/** The value of a data element, as it was read or set. */
public sealed interface Value permits Value.Bytes, Value.Text, Value.Items, BulkData, Fragments {

    /** Encoded bytes, numbers in little endian whatever the transfer syntax was. */
    record Bytes(@SuppressWarnings("ArrayRecordComponent") byte[] bytes) implements Value {}

    /** Text that is encoded when it is written, in the character set that the data set has by then. */
    record Text(List<String> values) implements Value {}

    record Items(List<Attributes> items) implements Value {}
}
