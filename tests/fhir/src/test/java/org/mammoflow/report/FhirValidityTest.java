package org.mammoflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What we write as FHIR R4 is FHIR R4 for HAPI, which shares no code with us, and says what the rows said. */
class FhirValidityTest {

    private static final FhirContext R4 = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();
    private static final List<ReportRow> ROWS = List.of(
            row(1, "1.2.3.1", 0.81, ReportVerdict.CONFIRMED, "=1+1 \"left\", 左乳房\nsecond line <b>", true),
            row(2, "1.2.3.2", 0.1, ReportVerdict.REJECTED, "", true),
            row(3, "1.2.3.3", 0.0, ReportVerdict.UNCERTAIN, "", false),
            row(4, "1.2.3.4", 1.0, ReportVerdict.OPEN, "", false));

    @Test
    void the_bundle_is_valid() throws IOException {
        assertThat(faults(written(ROWS.iterator()))).isEmpty();
    }

    @Test
    void a_deidentified_bundle_is_valid() throws IOException {
        assertThat(faults(written(new Deidentifying(ROWS.iterator())))).isEmpty();
    }

    @Test
    void a_bundle_of_nothing_is_valid() throws IOException {
        assertThat(faults(written(List.<ReportRow>of().iterator()))).isEmpty();
    }

    @Test
    void hapi_reads_the_numbers_that_the_rows_hold() throws IOException {
        Bundle bundle = R4.newJsonParser().parseResource(Bundle.class, written(ROWS.iterator()));
        List<Resource> resources = bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
        assertThat(resources)
                .filteredOn(resource -> resource instanceof Observation observation
                        && observation.getCode().getText().startsWith("probability"))
                .extracting(resource ->
                        ((Observation) resource).getValueQuantity().getValue().doubleValue())
                .containsExactly(0.81, 0.1, 0.0, 1.0);
        assertThat(resources)
                .filteredOn(resource -> resource.fhirType().equals("DiagnosticReport"))
                .hasSize(3);
        assertThat(resources)
                .filteredOn(resource -> resource instanceof Observation observation
                        && observation.getCode().getText().startsWith("outcome"))
                .hasSize(2);
        assertThat(resources).last().isInstanceOf(Provenance.class);
    }

    @Test
    void the_validator_finds_what_is_wrong() throws IOException {
        String broken = written(ROWS.iterator()).replace("\"status\":\"final\"", "\"status\":\"finished\"");
        assertThat(faults(broken)).isNotEmpty();
    }

    private static List<String> faults(String bundle) {
        return VALIDATOR.validateWithResult(bundle).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(FhirValidityTest::words)
                .toList();
    }

    private static String words(SingleValidationMessage message) {
        return message.getSeverity() + " " + message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator validator() {
        FhirValidator validator = R4.newValidator();
        validator.registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new InMemoryTerminologyServerValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4))));
        return validator;
    }

    private static String written(Iterator<ReportRow> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RereadResult reread = new RereadResult(1, 7, 90, 5, Instant.EPOCH, 0, 0, 0, 0);
        ReportWriting.write(
                ReportFormat.FHIR,
                new ReportContent(
                        new FileTally(rows),
                        new ReportTitle("all findings", "auditor", Instant.parse("2026-11-26T10:00:00Z"), 41),
                        new Circumstances(new Silence(5, 4, 1, 0), List.of(), List.of(), List.of(reread), true),
                        (title, seal) -> "signed"),
                file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private static ReportRow row(
            long id, String sop, double malignancy, ReportVerdict verdict, String comment, boolean cancerKnown) {
        boolean open = verdict == ReportVerdict.OPEN;
        return new ReportRow(
                id,
                sop,
                "1.2." + id,
                id == 1 ? "ACC-1" : "",
                id == 3 ? null : LocalDate.of(2026, 11, 1),
                "MODALITY",
                id % 2 == 0 ? "L" : "",
                "399162004",
                "resnet18/1.0.0",
                "trained",
                "a".repeat(64),
                "CPUExecutionProvider",
                malignancy,
                0.1,
                "HIGH",
                malignancy >= 0.5,
                false,
                Instant.parse("2026-11-23T09:00:00.123456Z"),
                verdict,
                open ? 0 : 2,
                open ? "" : "OTHER",
                comment,
                open ? "" : "radiologist",
                open ? null : Instant.parse("2026-11-23T09:30:00Z"),
                "Hospital",
                id == 1 ? "SAME" : "",
                cancerKnown
                        ? Optional.of(new KnownOutcome(
                                id == 1, "BIOPSY", id == 1 ? "L" : "", "C", LocalDate.of(2026, 11, 20)))
                        : Optional.empty());
    }
}
