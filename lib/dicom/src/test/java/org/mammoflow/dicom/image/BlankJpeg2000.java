package org.mammoflow.dicom.image;

import java.nio.ByteBuffer;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Fragments;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;

/** A JPEG 2000 image of one tile and empty packets: it is grey, and takes as much memory as any of its size. */
final class BlankJpeg2000 {
    static final TransferSyntax SYNTAX = TransferSyntax.JPEG_2000_LOSSLESS;

    private static final int LEVELS = 5;

    private BlankJpeg2000() {}

    /** @param length of the codestream in bytes, filled up with zeros */
    static Attributes image(int rows, int columns, int length) {
        return TestImage.sized(1, 1, 16)
                .header()
                .setInt(Tag.Rows, rows)
                .setInt(Tag.Columns, columns)
                .setFragments(Tag.PixelData, Fragments.ofFrame(codestream(rows, columns, length)));
    }

    private static byte[] codestream(int rows, int columns, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        short soc = (short) 0xFF4F;
        short siz = (short) 0xFF51;
        bytes.putShort(soc).putShort(siz).putShort((short) 41).putShort((short) 0);
        bytes.putInt(columns).putInt(rows).putInt(0).putInt(0);
        bytes.putInt(columns).putInt(rows).putInt(0).putInt(0);
        bytes.putShort((short) 1).put((byte) 15).put((byte) 1).put((byte) 1);
        // COD: one layer, blocks of 64 x 64, reversible wavelet
        bytes.putShort((short) 0xFF52).putShort((short) 12);
        bytes.put(new byte[] {0, 0, 0, 1, 0, LEVELS, 4, 4, 0, 1});
        // QCD: no quantization, two guard bits
        bytes.putShort((short) 0xFF5C).putShort((short) (4 + 3 * LEVELS)).put((byte) 0x40);
        for (int band = 0; band < 1 + 3 * LEVELS; band++) {
            bytes.put((byte) (16 << 3));
        }
        // SOT: tile 0 up to the end; then SOD
        bytes.putShort((short) 0xFF90).putShort((short) 10).putShort((short) 0).putInt(0);
        bytes.put((byte) 0).put((byte) 1).putShort((short) 0xFF93);
        return bytes.array();
    }
}
