package org.mammoflow.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mammoflow.classifier.Classification.Classified;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.Tag;

class FindingStatementTest {

    /** P14: the modality knows whether there is an implant; a network that sees it otherwise is flagged. */
    @ParameterizedTest
    @CsvSource({
        "YES, 0.9, false",
        "YES, 0.1, true",
        "NO, 0.1, false",
        "NO, 0.9, true",
        "'', 0.9, false",
        "'', 0.1, false",
    })
    void an_implant_that_header_and_network_do_not_agree_about_is_flagged(
            String present, float implant, boolean flagged) {
        Attributes header = new Attributes().set(Tag.BreastImplantPresent, present);

        assertThat(FindingStatement.contradicts(header, seeing(implant))).isEqualTo(flagged);
    }

    private static Classified seeing(float implant) {
        float[] probabilities = {implant / 2, implant / 2, (1 - implant) / 2, (1 - implant) / 2};
        return new Classified(probabilities, new float[4], null, "", "CPU", Duration.ZERO, Duration.ZERO);
    }
}
