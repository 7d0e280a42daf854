package org.mammoflow.web.dicomweb;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.data.DicomJson;
import org.mammoflow.dicom.data.Tag;
import org.mammoflow.web.api.Problem;

/** Answers in the DICOM JSON model (PS3.18 Annex F). */
final class DicomJsonBody {

    private static final String DICOM_JSON = "application/dicom+json";
    private static final String PIXEL_DATA = "7FE00010";

    private DicomJsonBody() {}

    /** Headers; 404 when there is none. */
    static Response metadata(List<Attributes> headers) {
        return headers.isEmpty() ? Problem.notFound("object") : ok(headers);
    }

    /** What a search found; 204 when that is nothing (PS3.18 10.6.3). */
    static Response found(List<Attributes> matches) {
        return matches.isEmpty() ? Response.noContent().build() : ok(matches);
    }

    private static Response ok(List<Attributes> dataSets) {
        StreamingOutput body = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('[');
            for (int i = 0; i < dataSets.size(); i++) {
                writer.write(i == 0 ? "" : ",");
                write(dataSets.get(i), writer);
            }
            writer.write(']');
            writer.flush();
        };
        return Response.ok(body, DICOM_JSON).build();
    }

    private static void write(Attributes dataSet, Writer writer) throws IOException {
        Optional<String> frames = dataSet.string(Tag.SOPInstanceUID).map(uid -> framesUrl(dataSet, uid));
        DicomJson.write(dataSet, writer, path -> path.equals(PIXEL_DATA) ? frames : Optional.empty());
    }

    private static String framesUrl(Attributes dataSet, String sopInstanceUid) {
        return DicomWeb.PATH + "/studies/"
                + dataSet.string(Tag.StudyInstanceUID).orElse("") + "/series/"
                + dataSet.string(Tag.SeriesInstanceUID).orElse("") + "/instances/" + sopInstanceUid + "/frames/1";
    }
}
