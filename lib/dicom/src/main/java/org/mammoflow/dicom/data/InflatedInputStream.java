package org.mammoflow.dicom.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** A deflated data set (PS3.5 A.5) as it was before, as long as it does not grow out of proportion. */
final class InflatedInputStream extends InflaterInputStream {

    private final int ratio;

    InflatedInputStream(InputStream deflated, int ratio) {
        super(deflated, new Inflater(true), 8192);
        this.ratio = ratio;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = inflate(target, offset, length);
        if (inf.getBytesWritten() > ReaderLimits.INFLATION_ALLOWANCE + ratio * inf.getBytesRead()) {
            throw new DicomFormatException("deflated data set: more than " + ratio + " times its size when inflated");
        }
        return count;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw new DicomFormatException("deflated data set: damaged after byte " + inf.getBytesRead());
        }
    }

    /** Frees the inflater and leaves the deflated stream open. */
    void release() {
        inf.end();
    }

    @Override
    public void close() throws IOException {
        release();
        super.close();
    }
}
