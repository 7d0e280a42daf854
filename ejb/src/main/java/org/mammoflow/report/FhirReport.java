package org.mammoflow.report;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * A report as a FHIR R4 bundle (collection): a Device for each network, an ImagingStudy for each study, an Observation for
 * each finding, each known outcome and each network's accuracy, a DiagnosticReport for each verdict, and a Provenance at the
 * end that carries digest and signature. Names no patient: subjects are not disclosed.
 */
final class FhirReport {

    private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";

    private final JsonGenerator json;
    private final FhirEntries entries;
    private final FhirOutcomes outcomes;
    private final Set<String> known = new HashSet<>();

    private FhirReport(OutputStream target) {
        this.json = Json.createGenerator(target);
        this.entries = new FhirEntries(json);
        this.outcomes = new FhirOutcomes(json, entries);
    }

    static ReportSeal write(ReportContent content, OutputStream target) throws IOException {
        return new FhirReport(target).bundle(content);
    }

    private ReportSeal bundle(ReportContent content) throws IOException {
        json.writeStartObject()
                .write("resourceType", "Bundle")
                .write("type", "collection")
                .write("timestamp", content.title().askedAt().toString())
                .writeStartArray("entry");
        while (content.rows().hasNext()) {
            row(content.rows().next());
        }
        ReportSeal seal = content.rows().seal();
        content.statistics().truth().networks().forEach(line -> outcomes.accuracy(line, content, seal));
        content.statistics().rereads().forEach(sample -> outcomes.reread(sample, content));
        provenance(content, seal);
        json.writeEnd().writeEnd();
        json.flush();
        return seal;
    }

    private void row(ReportRow row) {
        String device = FhirEntries.uuid("device", row.networkDigest());
        String study = FhirEntries.uuid("study", row.studyInstanceUid());
        if (known.add(device)) {
            device(device, row);
        }
        if (known.add(study)) {
            study(study, row);
            row.outcome().ifPresent(outcome -> outcomes.outcome(study, outcome));
        }
        observation(row, device, study);
        if (row.verdict() != ReportVerdict.OPEN) {
            diagnosticReport(row, study);
        }
    }

    private void device(String url, ReportRow row) {
        entries.begin(url, "Device");
        json.writeStartArray("identifier")
                .writeStartObject()
                .write("system", "urn:mammoflow:network-sha256")
                .write("value", row.networkDigest())
                .writeEnd()
                .writeEnd();
        json.writeStartArray("deviceName")
                .writeStartObject()
                .write("name", row.network())
                .write("type", "model-name")
                .writeEnd()
                .writeEnd();
        json.writeStartArray("note")
                .writeStartObject()
                .write("text", "training status: " + row.networkStatus())
                .writeEnd()
                .writeEnd();
        entries.end();
    }

    private void study(String url, ReportRow row) {
        entries.begin(url, "ImagingStudy");
        json.writeStartArray("identifier")
                .writeStartObject()
                .write("system", "urn:dicom:uid")
                .write("value", "urn:oid:" + row.studyInstanceUid())
                .writeEnd();
        if (!row.accessionNumber().isEmpty()) {
            json.writeStartObject()
                    .write("system", "urn:mammoflow:accession-number")
                    .write("value", row.accessionNumber())
                    .writeEnd();
        }
        json.writeEnd().write("status", "available");
        json.writeStartArray("modality")
                .writeStartObject()
                .write("system", DCM)
                .write("code", "MG")
                .writeEnd()
                .writeEnd();
        entries.display("subject", "not disclosed");
        if (row.studyDate() != null) {
            json.write("started", row.studyDate().toString());
        }
        entries.end();
    }

    private void observation(ReportRow row, String device, String study) {
        entries.begin(observationOf(row), "Observation");
        json.write("status", "final");
        json.writeStartObject("code")
                .write("text", "probability of malignancy stated by a network")
                .writeEnd();
        entries.reference("device", device);
        json.writeStartArray("derivedFrom")
                .writeStartObject()
                .write("reference", study)
                .writeEnd()
                .writeEnd();
        json.write("effectiveDateTime", row.recordedAt().toString());
        json.writeStartObject("valueQuantity")
                .write("value", row.malignancy())
                .write("system", "http://unitsofmeasure.org")
                .write("code", "1")
                .writeEnd();
        json.writeStartArray("interpretation")
                .writeStartObject()
                .write("text", row.aiPositive() ? "AI positive" : "AI negative")
                .writeEnd()
                .writeEnd();
        json.writeStartArray("identifier")
                .writeStartObject()
                .write("system", "urn:dicom:uid")
                .write("value", "urn:oid:" + row.sopInstanceUid())
                .writeEnd()
                .writeEnd();
        json.writeStartArray("component");
        entries.component("finding", Long.toString(row.findingId()));
        entries.component("band", row.band());
        entries.component("implant probability", Double.toString(row.implant()));
        entries.component("laterality", row.imageLaterality());
        entries.component("view", row.viewCode());
        entries.component("calling AE title", row.modality());
        entries.component("execution provider", row.provider());
        entries.component("replay", row.replay());
        json.writeEnd();
        entries.end();
    }

    private void diagnosticReport(ReportRow row, String study) {
        entries.begin(FhirEntries.uuid("review", observationOf(row) + "/" + row.revision()), "DiagnosticReport");
        json.write("status", row.revision() > 1 ? "amended" : "final");
        json.writeStartObject("code")
                .write("text", "reader's verdict on the network's statement")
                .writeEnd();
        json.write("effectiveDateTime", row.reviewedAt().toString());
        if (!row.reader().isBlank()) {
            json.writeStartArray("resultsInterpreter")
                    .writeStartObject()
                    .write("display", row.reader())
                    .writeEnd()
                    .writeEnd();
        }
        json.writeStartArray("imagingStudy")
                .writeStartObject()
                .write("reference", study)
                .writeEnd()
                .writeEnd();
        json.writeStartArray("result")
                .writeStartObject()
                .write("reference", observationOf(row))
                .writeEnd()
                .writeEnd();
        String reason = row.reason() + (row.comment().isBlank() ? "" : ": " + row.comment());
        json.write("conclusion", row.verdict() + (reason.isBlank() ? "" : " (" + reason + ")"));
        entries.end();
    }

    private void provenance(ReportContent content, ReportSeal seal) {
        entries.begin(FhirEntries.uuid("report", seal.sha256()), "Provenance");
        json.writeStartArray("target")
                .writeStartObject()
                .write("display", ReportTitle.NAME + ", " + seal.rows() + " findings")
                .writeEnd()
                .writeEnd();
        json.write("recorded", content.title().askedAt().toString());
        json.writeStartArray("agent").writeStartObject();
        entries.display("who", content.title().askedBy());
        json.writeEnd().writeEnd();
        json.writeStartArray("entity").writeStartObject().write("role", "source");
        entries.display("what", String.join("; ", content.lines(seal)));
        json.writeEnd().writeEnd();
        entries.end();
    }

    private static String observationOf(ReportRow row) {
        return FhirEntries.uuid("finding", row.sopInstanceUid() + " " + row.networkDigest());
    }
}
