package org.mammoflow.cli.training;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.mammoflow.classifier.GreyImage;
import org.mammoflow.dicom.data.ReaderLimits;
import org.mammoflow.dicom.file.DicomFile;
import org.mammoflow.dicom.image.Frame;
import org.mammoflow.dicom.image.Frames;
import org.mammoflow.dicom.image.GreyScale;

/** Opens mammograms as the classifier wants them: DICOM as the server reads it, and grey PNG. */
final class Pictures {
    private static final int WHITE = 0xFFFE;

    private Pictures() {}

    /** @throws IOException or a RuntimeException that says why the file is no usable image */
    static GreyImage open(Path file) throws IOException {
        return file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".png") ? png(file) : dicom(file);
    }

    private static GreyImage dicom(Path file) throws IOException {
        DicomFile dicom = DicomFile.read(file, ReaderLimits.STANDARD);
        Frame frame = Frames.single(dicom.dataSet(), dicom.transferSyntax());
        char[] grey = GreyScale.of(dicom.dataSet()).table(frame);
        return new GreyImage(frame.rows(), frame.columns(), frame.samples(), grey);
    }

    private static GreyImage png(Path file) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        if (picture == null) {
            throw new IOException("no PNG image");
        }
        Raster raster = picture.getRaster();
        if (raster.getNumBands() != 1 || picture.getColorModel() instanceof java.awt.image.IndexColorModel) {
            throw new IOException("not a grey image: " + raster.getNumBands() + " channels or a palette");
        }
        int[] values = raster.getSamples(0, 0, picture.getWidth(), picture.getHeight(), 0, (int[]) null);
        short[] samples = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = (short) values[i];
        }
        char[] grey = straight((1 << raster.getSampleModel().getSampleSize(0)) - 1);
        return new GreyImage(picture.getHeight(), picture.getWidth(), ShortBuffer.wrap(samples), grey);
    }

    private static char[] straight(int largest) {
        char[] grey = new char[1 << 16];
        for (int value = 0; value < grey.length; value++) {
            grey[value] = (char) Math.round((double) WHITE * Math.min(value, largest) / largest);
        }
        return grey;
    }
}
