package org.mammoflow.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mammoflow.classifier.engine.Scores;
import org.mammoflow.classifier.pixels.Preparation;
import org.mammoflow.classifier.pixels.Prepared;

class EvidenceTest {

    private static final int MAP = 7;

    @Test
    void lies_over_the_image_as_it_is_stored_whichever_side_it_shows() {
        for (boolean right : new boolean[] {false, true}) {
            HeatMap map = map(scoresWithEvidenceAt(3, 1), right);
            int strongest = strongestCell(map);
            double column = (strongest % map.columns() + 0.5) / map.columns();
            double row = (strongest / map.columns() + 0.5) / map.rows();
            assertThat(row).isBetween(0.4, 0.6);
            // The second of seven cells from the chest wall, in an image whose square is as wide as 1.1 of its columns.
            assertThat(right ? 1 - column : column).isBetween(0.15, 0.33);
        }
    }

    @Test
    void is_nowhere_but_in_the_breast() {
        HeatMap map = map(scoresWithEvidenceAt(0, 6), false);
        assertThat(map.cells()[map.columns() - 1]).isZero();
    }

    @Test
    void is_nowhere_when_everything_speaks_against_malignancy() {
        Scores scores =
                new Scores(new float[] {0, -9, 5, -9}, new float[4 * MAP * MAP], MAP, MAP, 1, "CPUExecutionProvider");
        assertThat(map(scores, false).cells()).containsOnly(0);
    }

    private static Scores scoresWithEvidenceAt(int row, int column) {
        float[] maps = new float[4 * MAP * MAP];
        maps[3 * MAP * MAP + row * MAP + column] = 49;
        return new Scores(new float[] {0, 0, 0, 1}, maps, MAP, MAP, 1, "CPUExecutionProvider");
    }

    private static HeatMap map(Scores scores, boolean right) {
        GreyImage image = new GoldenImage(1, 1000, 800, 12, false, right).image();
        Prepared.Ready ready = (Prepared.Ready) new Preparation(224, 0, 1).prepare(image);
        return new Evidence(scores).over(ready.placement());
    }

    private static int strongestCell(HeatMap map) {
        int strongest = 0;
        for (int i = 0; i < map.cells().length; i++) {
            if ((map.cells()[i] & 0xFF) > (map.cells()[strongest] & 0xFF)) {
                strongest = i;
            }
        }
        assertThat(map.cells()[strongest] & 0xFF).isEqualTo(255);
        return strongest;
    }
}
