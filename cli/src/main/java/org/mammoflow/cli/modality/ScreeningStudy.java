package org.mammoflow.cli.modality;

import java.util.List;
import org.mammoflow.phantom.Breast;
import org.mammoflow.phantom.Exposure;
import org.mammoflow.phantom.Phantom;

/**
 * Four views of two breasts.
 *
 * @param visit patient, time and unit
 * @param views RCC, LCC, RMLO, LMLO
 */
public record ScreeningStudy(Visit visit, List<Shot> views) {

    /** One breast in one view. */
    public record Shot(Breast breast, Exposure exposure) {}

    /**
     * Takes one of the views; a second or two at full size.
     *
     * @param index 0 to 3
     */
    public MammogramObject object(int index) {
        Shot shot = views.get(index);
        return MammogramObject.of(visit, Phantom.image(shot.breast(), shot.exposure()), index + 1);
    }
}
