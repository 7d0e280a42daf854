package org.mammoflow.bench.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.image.codec.SampleGrid;

/**
 * A frame of a mammogram's size: a half ellipse of smooth tissue under noise, and air.
 *
 * @param bitsStored of 16 that are allocated
 * @param noisyAir whether the air has the tissue's noise, the worst that an encoder can meet; else it is constant
 */
record Picture(int bitsStored, boolean noisyAir) {
    private static final int ROWS = 4096;
    private static final int COLUMNS = 3328;

    /** Of the full range, about what a detector adds to tissue. */
    private static final double NOISE = 1.0 / 512;

    String name() {
        return bitsStored + " bit" + (noisyAir ? ", noise everywhere" : "");
    }

    SampleGrid grid() {
        return new SampleGrid(ROWS, COLUMNS, 16, bitsStored, false);
    }

    short[] samples() {
        Random random = new Random(bitsStored);
        int white = (1 << bitsStored) - 1;
        short[] samples = new short[ROWS * COLUMNS];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                double noise = random.nextGaussian() * NOISE;
                double share = isTissue(x, y) ? tissue(x, y) + noise : noisyAir ? 0.03 + noise : 0;
                samples[y * COLUMNS + x] = (short) Math.round(Math.max(0, Math.min(1, share)) * white);
            }
        }
        return samples;
    }

    private static boolean isTissue(int x, int y) {
        double across = x / (0.6 * COLUMNS);
        double along = (y - ROWS / 2.0) / (0.45 * ROWS);
        return across * across + along * along < 1;
    }

    private static double tissue(int x, int y) {
        return 0.45 + 0.2 * Math.sin(x / 97.0) * Math.cos(y / 71.0) + 0.1 * Math.sin(x / 13.0 + y / 17.0);
    }

    void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * ROWS * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples());
        Attributes attributes = new Attributes()
                .set(Tag.SOPClassUID, Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION)
                .set(Tag.SOPInstanceUID, "2.25.4711")
                .set(Tag.StudyInstanceUID, "2.25.4712")
                .set(Tag.SeriesInstanceUID, "2.25.4713")
                .set(Tag.Modality, "MG")
                .setInt(Tag.SamplesPerPixel, 1)
                .set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .setInt(Tag.Rows, ROWS)
                .setInt(Tag.Columns, COLUMNS)
                .setInt(Tag.BitsAllocated, 16)
                .setInt(Tag.BitsStored, bitsStored)
                .setInt(Tag.HighBit, bitsStored - 1)
                .setInt(Tag.PixelRepresentation, 0)
                .setBytes(Tag.PixelData, Vr.OW, bytes.array());
        DicomFile.write(file, attributes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
