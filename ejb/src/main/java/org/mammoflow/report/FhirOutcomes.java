package org.mammoflow.report;

import jakarta.json.stream.JsonGenerator;

/** What became of examinations, and how accurate networks and readers were where it is known, as FHIR Observations. */
final class FhirOutcomes {

    private final JsonGenerator json;
    private final FhirEntries entries;

    FhirOutcomes(JsonGenerator json, FhirEntries entries) {
        this.json = json;
        this.entries = entries;
    }

    void outcome(String study, KnownOutcome outcome) {
        entries.begin(FhirEntries.uuid("outcome", study), "Observation");
        json.write("status", "final");
        json.writeStartObject("code")
                .write("text", "outcome of the examination")
                .writeEnd();
        json.writeStartArray("derivedFrom")
                .writeStartObject()
                .write("reference", study)
                .writeEnd()
                .writeEnd();
        json.write("effectiveDateTime", outcome.day().toString());
        json.write("valueString", outcome.word());
        json.writeStartArray("component");
        entries.component("basis", outcome.basis());
        entries.component("laterality of the cancer", outcome.imageLaterality());
        json.writeEnd();
        entries.end();
    }

    void accuracy(TruthLine line, ReportContent content, ReportSeal seal) {
        accuracy("network", line.network(), line.networkItself(), content, seal);
        accuracy("readers", line.network(), line.readers(), content, seal);
    }

    void reread(RereadResult sample, ReportContent content) {
        entries.begin(
                FhirEntries.uuid(
                        "reread", sample.sampleId() + " " + content.title().askedAt()),
                "Observation");
        json.write("status", "final");
        json.writeStartObject("code")
                .write(
                        "text",
                        "agreed negatives that another reader would have recalled, re-read sample " + sample.sampleId())
                .writeEnd();
        json.write("effectiveDateTime", content.title().askedAt().toString());
        json.writeStartArray("component");
        entries.share("recalled", sample.recalledShare());
        entries.component("seed", Long.toString(sample.seed()));
        entries.component("drawn", sample.drawn() + " of " + sample.population());
        entries.component("cancers, of them recalled", sample.cancers() + ", " + sample.cancersRecalled());
        json.writeEnd();
        entries.end();
    }

    private void accuracy(String whose, String network, Accuracy accuracy, ReportContent content, ReportSeal seal) {
        entries.begin(FhirEntries.uuid("accuracy", whose + " " + network + " " + seal.sha256()), "Observation");
        json.write("status", "final");
        json.writeStartObject("code")
                .write("text", "true sensitivity and specificity of the " + whose + ", " + network)
                .writeEnd();
        json.write("effectiveDateTime", content.title().askedAt().toString());
        json.writeStartArray("component");
        entries.share("true sensitivity", accuracy.sensitivity());
        entries.share("true specificity", accuracy.specificity());
        entries.component("examinations about which nothing was said", Long.toString(accuracy.silent()));
        json.writeEnd();
        entries.end();
    }
}
