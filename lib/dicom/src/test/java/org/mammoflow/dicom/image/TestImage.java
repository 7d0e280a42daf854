package org.mammoflow.dicom.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Fragments;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.dicom.file.DicomFile;

/** A grey image with every kind of texture that codecs treat differently: flat, noise, edges, the extremes of its range. */
final class TestImage {
    static final int ROWS = 78;
    static final int COLUMNS = 131;

    private final int rows;
    private final int columns;
    private final int bitsStored;
    private final boolean signed;
    private final short[] samples;

    private TestImage(int rows, int columns, int bitsStored, boolean signed) {
        this.rows = rows;
        this.columns = columns;
        this.bitsStored = bitsStored;
        this.signed = signed;
        this.samples = new short[rows * columns];
        paint();
    }

    static TestImage unsigned(int bitsStored) {
        return new TestImage(ROWS, COLUMNS, bitsStored, false);
    }

    static TestImage signed(int bitsStored) {
        return new TestImage(ROWS, COLUMNS, bitsStored, true);
    }

    static TestImage sized(int rows, int columns, int bitsStored) {
        return new TestImage(rows, columns, bitsStored, false);
    }

    private void paint() {
        Random random = new Random(rows * 31L + bitsStored);
        int lowest = signed ? -(1 << bitsStored - 1) : 0;
        int span = (1 << bitsStored) - 1;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double share = texture(x, y, random);
                samples[y * columns + x] = (short) (lowest + Math.round(Math.max(0, Math.min(1, share)) * span));
            }
        }
    }

    private double texture(int x, int y, Random random) {
        if (x < columns / 4) {
            return 0; // air
        }
        if (y > rows * 3 / 4) {
            return random.nextInt(8) == 0 ? random.nextInt(2) : 0.5; // extremes
        }
        double breast = 0.5 + 0.4 * Math.sin(x / 17.0) * Math.cos(y / 11.0);
        return x > columns * 3 / 4 ? breast : breast + random.nextGaussian() * 0.01;
    }

    int rows() {
        return rows;
    }

    boolean isSigned() {
        return signed;
    }

    int columns() {
        return columns;
    }

    short[] samples() {
        return samples;
    }

    int bitsAllocated() {
        return bitsStored <= 8 ? 8 : 16;
    }

    /** The header alone. */
    Attributes header() {
        return new Attributes()
                .set(Tag.SOPClassUID, Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION)
                .set(Tag.SOPInstanceUID, "2.25.4711")
                .set(Tag.StudyInstanceUID, "2.25.4712")
                .set(Tag.SeriesInstanceUID, "2.25.4713")
                .set(Tag.Modality, "MG")
                .setInt(Tag.SamplesPerPixel, 1)
                .set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .setInt(Tag.Rows, rows)
                .setInt(Tag.Columns, columns)
                .setInt(Tag.BitsAllocated, bitsAllocated())
                .setInt(Tag.BitsStored, bitsStored)
                .setInt(Tag.HighBit, bitsStored - 1)
                .setInt(Tag.PixelRepresentation, signed ? 1 : 0);
    }

    Attributes uncompressed() {
        Vr vr = bitsAllocated() == 8 ? Vr.OB : Vr.OW;
        return header().setBytes(Tag.PixelData, vr, bytes());
    }

    Attributes encapsulated(byte[] codestream) {
        return header().setFragments(Tag.PixelData, Fragments.ofFrame(codestream));
    }

    private byte[] bytes() {
        if (bitsAllocated() == 8) {
            byte[] bytes = new byte[samples.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) samples[i];
            }
            return bytes;
        }
        ByteBuffer words = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        words.asShortBuffer().put(samples);
        return words.array();
    }

    Path write(Path file) throws IOException {
        return write(file, uncompressed());
    }

    static Path write(Path file, Attributes attributes) throws IOException {
        DicomFile.write(file, attributes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return file;
    }

    @Override
    public String toString() {
        return bitsStored + " bits " + (signed ? "signed" : "unsigned");
    }
}
