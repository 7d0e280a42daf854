package org.mammoflow.dicom.image;

import java.time.Duration;

/** Other frames took all the memory for decoding for too long: says nothing about this one, which may be asked for again. */
public final class NoRoomToDecode extends RuntimeException {

    NoRoomToDecode(long bytes, Duration patience) {
        super("decoding: no room for " + (bytes >> 20) + " MiB within " + patience.toSeconds()
                + " s, other images are being decoded; try again, or give the server a larger heap");
    }
}
