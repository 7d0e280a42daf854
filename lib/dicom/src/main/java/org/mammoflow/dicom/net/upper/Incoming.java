package org.mammoflow.dicom.net.upper;

/** What arrives on an established association. */
public sealed interface Incoming {

    /**
     * The header of a presentation data value (PS3.8 9.3.5.1, E.2); its fragment is to be read next.
     *
     * @param command a command fragment, otherwise one of a data set
     * @param last the last fragment of its command or data set
     * @param length bytes of the fragment
     */
    record Pdv(int contextId, boolean command, boolean last, int length) implements Incoming {}

    /** The peer asks to release the association; it waits for the answer. */
    record ReleaseRequested() implements Incoming {}
}
