package org.mammoflow.phantom;

import java.util.List;

/** Carries the truth from mm, chest wall left, to pixels of the image as stored. */
final class Truthful {
    private final Breast breast;
    private final Detector.Field field;

    Truthful(Breast breast, Exposure exposure) {
        this.breast = breast;
        field = exposure.detector().field();
    }

    Truth truth(Findings findings, Raster malignant) {
        List<Truth.Mark> marks = findings.spots().stream().map(this::mark).toList();
        return new Truth(breast.malignant(), breast.implanted(), marks, mask(malignant));
    }

    private Truth.Mark mark(Findings.Spot spot) {
        double pixel = field.pixelSpacingMm();
        double column = spot.x() / pixel - 0.5;
        double stored = breast.side() == Side.LEFT ? column : field.columns() - 1 - column;
        return new Truth.Mark(spot.lesion(), stored, spot.y() / pixel - 0.5, spot.radius() / pixel);
    }

    private Mask mask(Raster malignant) {
        Mask mask = new Mask(field.columns());
        double pixel = field.pixelSpacingMm();
        for (int row = 0; row < field.rows(); row++) {
            for (int column = 0; column < field.columns(); column++) {
                if (malignant.at((column + 0.5) * pixel, (row + 0.5) * pixel) > 0) {
                    mask.add(breast.side() == Side.LEFT ? column : field.columns() - 1 - column, row);
                }
            }
        }
        return mask;
    }
}
