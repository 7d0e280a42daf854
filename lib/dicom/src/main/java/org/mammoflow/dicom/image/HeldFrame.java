package org.mammoflow.dicom.image;

import java.lang.ref.Cleaner;

/**
 * A frame and its share of the memory for decoded frames, held until closed: so others wait instead of exhausting the heap. One that is
 * forgotten gives it back when it is collected.
 */
public final class HeldFrame implements AutoCloseable {
    private static final Cleaner FORGOTTEN = Cleaner.create();

    private final Frame frame;
    private final Cleaner.Cleanable share;

    private HeldFrame(Frame frame, Runnable giveBack) {
        this.frame = frame;
        this.share = FORGOTTEN.register(this, giveBack);
    }

    static HeldFrame of(Frame frame, DecodingRoom.Share share) {
        return new HeldFrame(frame, share::close);
    }

    /** A frame that has no share: a view of a file, or one that somebody else accounts for. */
    public static HeldFrame of(Frame frame) {
        return new HeldFrame(frame, () -> {});
    }

    public Frame frame() {
        return frame;
    }

    @Override
    public void close() {
        share.clean();
    }
}
