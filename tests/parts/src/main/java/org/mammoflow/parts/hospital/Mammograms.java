package org.mammoflow.parts.hospital;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.mammoflow.cli.modality.MammogramObject;
import org.mammoflow.cli.modality.ScreeningRound;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.file.DicomFile;

/** Phantom mammograms as files, a tenth of full size. Each call makes other patients and other UIDs. */
public final class Mammograms {

    private static final double SCALE = 0.1;
    private static final AtomicLong SEED = new AtomicLong(System.nanoTime() & 0xFFFF_FFFFL);

    private Mammograms() {}

    /** A mammogram in a file. */
    public record Mammogram(Path file, String sopInstanceUid, String studyInstanceUid, Attributes dataSet) {

        /** The same identity with other content. */
        public Mammogram retaken() {
            dataSet.set(Tag.ImageComments, "taken again");
            return save(sopInstanceUid, dataSet);
        }
    }

    /** The four views of one patient. */
    public static List<Mammogram> study() {
        ScreeningRound round = new ScreeningRound(SEED.incrementAndGet(), SCALE);
        return IntStream.range(0, 4)
                .mapToObj(view -> of(round.study(3).object(view)))
                .toList();
    }

    public static Mammogram one() {
        return of(new ScreeningRound(SEED.incrementAndGet(), SCALE).study(1).object(0));
    }

    /** One picture as the only one of so many cases. */
    public static List<Mammogram> cases(int count) {
        return copies(count, 1, (dataSet, i) -> dataSet.set(Tag.PatientID, "CASE-" + i));
    }

    /** One picture whose texts are these. */
    public static Mammogram saying(Map<Integer, String> texts) {
        ScreeningRound round = new ScreeningRound(SEED.incrementAndGet(), SCALE);
        MammogramObject object = round.study(1).object(0);
        texts.forEach(object.attributes()::set);
        return save(object.sopInstanceUid(), object.attributes());
    }

    /** One picture under many identities: for tests that need numbers, not differences. */
    public static List<Mammogram> many(int count) {
        return copies(count, 4, (dataSet, i) -> {});
    }

    private static List<Mammogram> copies(int count, int ofAStudy, ObjIntConsumer<Attributes> change) {
        Attributes dataSet = new ScreeningRound(SEED.incrementAndGet(), SCALE)
                .study(1)
                .object(0)
                .attributes();
        String root = "2.25." + SEED.incrementAndGet();
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    dataSet.set(Tag.SOPInstanceUID, root + ".1." + i);
                    dataSet.set(Tag.StudyInstanceUID, root + ".2." + i / ofAStudy);
                    dataSet.set(Tag.SeriesInstanceUID, root + ".3." + i / ofAStudy);
                    change.accept(dataSet, i);
                    return save(root + ".1." + i, dataSet);
                })
                .toList();
    }

    public static Mammogram of(MammogramObject object) {
        return save(object.sopInstanceUid(), object.attributes());
    }

    public static Mammogram save(String sopInstanceUid, Attributes dataSet) {
        try {
            Path file = Files.createTempFile("mammogram-", ".dcm");
            file.toFile().deleteOnExit();
            DicomFile.write(file, dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            return new Mammogram(
                    file, sopInstanceUid, dataSet.string(Tag.StudyInstanceUID).orElseThrow(), dataSet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
