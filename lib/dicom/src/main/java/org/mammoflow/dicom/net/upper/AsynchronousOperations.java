package org.mammoflow.dicom.net.upper;

/**
 * Asynchronous operations window (PS3.7 D.3.3.3).
 *
 * @param invoked how many operations the requestor may have outstanding; 0 unlimited
 * @param performed how many it can perform at a time; 0 unlimited
 */
public record AsynchronousOperations(int invoked, int performed) {

    /** One operation at a time: what is meant when nothing is negotiated. */
    static final AsynchronousOperations SYNCHRONOUS = new AsynchronousOperations(1, 1);
}
