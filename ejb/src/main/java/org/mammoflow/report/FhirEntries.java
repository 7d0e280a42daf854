package org.mammoflow.report;

import jakarta.json.stream.JsonGenerator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Entries of a FHIR R4 bundle on their way into a file, and the parts that several of them have. */
final class FhirEntries {

    private final JsonGenerator json;

    FhirEntries(JsonGenerator json) {
        this.json = json;
    }

    void begin(String url, String type) {
        json.writeStartObject()
                .write("fullUrl", url)
                .writeStartObject("resource")
                .write("resourceType", type);
    }

    void end() {
        json.writeEnd().writeEnd();
    }

    void reference(String name, String url) {
        json.writeStartObject(name).write("reference", url).writeEnd();
    }

    void display(String name, String text) {
        json.writeStartObject(name).write("display", text).writeEnd();
    }

    void component(String name, String value) {
        if (!value.isBlank()) {
            json.writeStartObject()
                    .writeStartObject("code")
                    .write("text", name)
                    .writeEnd()
                    .write("valueString", value)
                    .writeEnd();
        }
    }

    void quantity(String name, double value) {
        json.writeStartObject().writeStartObject("code").write("text", name).writeEnd();
        json.writeStartObject("valueQuantity")
                .write("value", value)
                .write("system", "http://unitsofmeasure.org")
                .write("code", "1")
                .writeEnd()
                .writeEnd();
    }

    // A share of nothing is absent, with the reason: 0 would be a claim.
    void share(String name, Proportion share) {
        if (!share.known()) {
            json.writeStartObject().writeStartObject("code").write("text", name).writeEnd();
            json.writeStartObject("dataAbsentReason")
                    .write("text", "no examination with such an outcome")
                    .writeEnd()
                    .writeEnd();
            return;
        }
        quantity(name, share.share());
        quantity(name + ", lower end of the 95% interval after Wilson", share.low());
        quantity(name + ", upper end of the 95% interval after Wilson", share.high());
        component(name + ", counts", share.of() + " of " + share.among());
    }

    // The same record has the same address in every bundle.
    static String uuid(String kind, String key) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((kind + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}
