package org.mammoflow.it.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.Vr;
import org.mammoflow.parts.hospital.Mammograms;
import org.mammoflow.parts.hospital.Mammograms.Mammogram;
import org.mammoflow.parts.hospital.Program;

/**
 * A mammogram whose picture is a wedge of 16 × 16 plain steps over all values of 12 bits: at any magnification the middle of
 * a step has the grey of one stored value.
 */
record StepWedge(Mammogram mammogram) {

    static final int STEPS = 16;
    static final int ROWS = 1280;
    static final int COLUMNS = 1024;
    private static final int STEP = 16;

    /** A wedge with these words about its grey scale; MONOCHROME1 or MONOCHROME2. */
    static StepWedge with(String photometricInterpretation, Attributes greyScale) {
        Attributes dataSet = Mammograms.one().dataSet();
        boolean inverse = photometricInterpretation.equals("MONOCHROME1");
        for (int tag : new int[] {
            Tag.WindowCenter,
            Tag.WindowWidth,
            Tag.WindowCenterWidthExplanation,
            Tag.VOILUTFunction,
            Tag.PixelPaddingValue
        }) {
            dataSet.remove(tag);
        }
        dataSet.set(Tag.PhotometricInterpretation, photometricInterpretation)
                .set(Tag.PresentationLUTShape, inverse ? "INVERSE" : "IDENTITY")
                .setInt(Tag.PixelIntensityRelationshipSign, inverse ? 1 : -1)
                .setInt(Tag.Rows, ROWS)
                .setInt(Tag.Columns, COLUMNS)
                .setInt(Tag.BitsStored, 12)
                .setInt(Tag.HighBit, 11)
                .setBytes(Tag.PixelData, Vr.OW, pixels());
        greyScale.forEach(element -> dataSet.copy(greyScale, element.tag()));
        return new StepWedge(Mammograms.save(dataSet.string(Tag.SOPInstanceUID).orElseThrow(), dataSet));
    }

    static Attributes window(double center, double width, String function) {
        return new Attributes()
                .setDouble(Tag.WindowCenter, center)
                .setDouble(Tag.WindowWidth, width)
                .set(Tag.VOILUTFunction, function);
    }

    private static byte[] pixels() {
        ByteBuffer bytes = ByteBuffer.allocate(ROWS * COLUMNS * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                bytes.putShort((short) (STEP * (row * STEPS / ROWS * STEPS + column * STEPS / COLUMNS)));
            }
        }
        return bytes.array();
    }

    /** The grey of the middle of each step, 0 to 255, as dcmtk's dcmj2pnm draws this very file. */
    List<Integer> drawnByDcmtk(String... flags) {
        try {
            Path picture = Files.createTempFile("wedge-", ".pgm");
            List<String> command = new ArrayList<>(List.of("dcmj2pnm", "-q", "+op"));
            command.addAll(List.of(flags));
            command.addAll(List.of(mammogram.file().toString(), picture.toString()));
            Program.Outcome outcome = Program.run(command);
            if (outcome.exitStatus() != 0) {
                throw new AssertionError(outcome.output());
            }
            byte[] file = Files.readAllBytes(picture);
            Files.delete(picture);
            int first = file.length - ROWS * COLUMNS;
            return middles().map(at -> file[first + at] & 0xFF).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Integer> middles() {
        return IntStream.range(0, STEPS * STEPS)
                .map(step -> middle(step / STEPS, ROWS) * COLUMNS + middle(step % STEPS, COLUMNS))
                .boxed();
    }

    private static int middle(int step, int length) {
        return (2 * step + 1) * length / (2 * STEPS);
    }
}
