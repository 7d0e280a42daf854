package org.mammoflow.dicom.image.codec.jpegls;

import org.mammoflow.dicom.image.codec.BadCodestream;
import org.mammoflow.dicom.image.codec.ByteCursor;
import org.mammoflow.dicom.image.codec.Decoder;
import org.mammoflow.dicom.image.codec.SampleGrid;

/** Decodes a JPEG-LS codestream. */
public final class JpegLsDecoder implements Decoder {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DRI = 0xDD;
    private static final int SOF55 = 0xF7;
    private static final int LSE = 0xF8;

    private final int highestNear;

    private JpegLsDecoder(int highestNear) {
        this.highestNear = highestNear;
    }

    /** Transfer syntax .80, whose samples are exact. */
    public static JpegLsDecoder lossless() {
        return new JpegLsDecoder(0);
    }

    /** Transfer syntax .81. */
    public static JpegLsDecoder nearLossless() {
        return new JpegLsDecoder(255);
    }

    /** The samples, two lines and the tables of the parameters. */
    @Override
    public long heapBytes(byte[] head, long length, SampleGrid promised) {
        return 2L * promised.samples() + (1 << 20);
    }

    @Override
    public short[] decode(byte[] codestream, SampleGrid promised) {
        ByteCursor cursor = new ByteCursor(codestream);
        if (marker(cursor) != SOI) {
            throw BadCodestream.broken("JPEG-LS codestream does not begin with SOI (FFD8)");
        }
        Headers headers = new Headers();
        for (int marker = marker(cursor); marker != SOS; marker = marker(cursor)) {
            if (marker == EOI) {
                throw BadCodestream.broken("JPEG-LS codestream ends before its scan (SOS)");
            }
            read(marker, cursor.segment(), headers, promised);
        }
        Parameters parameters = headers.parameters(cursor.segment());
        if (parameters.near() > highestNear) {
            throw BadCodestream.contradiction("JPEG-LS NEAR is %d, the transfer syntax is lossless", parameters.near());
        }
        return new Scan(codestream, cursor.position(), parameters, headers.restartLines()).decode(promised);
    }

    private static void read(int marker, ByteCursor segment, Headers headers, SampleGrid promised) {
        switch (marker) {
            case SOF55 -> headers.readFrame(segment, promised);
            case LSE -> headers.readPreset(segment);
            case DRI -> headers.readRestartInterval(segment);
            case 0xC0, 0xC1, 0xC2, 0xC3 ->
                throw BadCodestream.contradiction(
                        "codestream is JPEG SOF%d, the transfer syntax is JPEG-LS", marker & 0xF);
            default -> {
                // application data and comments
            }
        }
    }

    private static int marker(ByteCursor cursor) {
        if (cursor.u8() != 0xFF) {
            throw BadCodestream.broken("JPEG-LS marker expected at byte %d", cursor.position() - 1);
        }
        int code = cursor.u8();
        while (code == 0xFF) {
            code = cursor.u8();
        }
        return code;
    }
}
