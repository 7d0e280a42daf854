package org.mammoflow.dicom.net.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mammoflow.dicom.data.Dictionary;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.upper.AcceptedContext;
import org.mammoflow.dicom.net.upper.AcceptorConfig;
import org.mammoflow.dicom.net.upper.Association;
import org.mammoflow.dicom.net.upper.Deadlines;
import org.mammoflow.dicom.net.upper.DicomThreads;
import org.mammoflow.dicom.net.upper.Implementation;
import org.mammoflow.dicom.net.upper.Limits;
import org.mammoflow.dicom.net.upper.ProposedContext;
import org.mammoflow.dicom.net.upper.Requestor;

/** docs/conformance.md says what the running SCP does; its tables are those that this test makes from the code. */
class ConformanceStatementTest {

    private static final Path STATEMENT = Path.of("../../docs/conformance.md");

    /** Every table that the statement must hold, written as it stands there. */
    @Test
    void holds_the_tables_of_the_code() throws IOException {
        assertThat(Files.readString(STATEMENT)).contains(contexts(), settings(), syntaxes());
    }

    @Test
    void names_what_the_running_scp_accepts() throws IOException {
        try (RunningScp scp = RunningScp.start();
                Requestor requestor = new Requestor(DicomThreads.INSTANCE)) {
            for (Map.Entry<String, List<String>> service :
                    MammographyStorage.transferSyntaxes().entrySet()) {
                Association association =
                        requestor.connect(scp.peer().request(onePerSyntax(service.getKey()), List.of()));
                assertThat(association.contexts())
                        .extracting(AcceptedContext::transferSyntax)
                        .as(Dictionary.uidName(service.getKey()))
                        .containsExactlyInAnyOrderElementsOf(service.getValue());
                association.release();
            }
        }
    }

    /** Proposes each syntax that any SOP class is accepted in, and one that none is. */
    private static List<ProposedContext> onePerSyntax(String sopClass) {
        List<String> all = new java.util.ArrayList<>(MammographyStorage.transferSyntaxes()
                .get(Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION));
        all.add(Uid.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        return all.stream()
                .map(syntax -> new ProposedContext(2 * all.indexOf(syntax) + 1, sopClass, List.of(syntax)))
                .toList();
    }

    private static String contexts() {
        StringBuilder table =
                new StringBuilder("| Abstract syntax | UID | Transfer syntaxes | Role |\n|---|---|---|---|\n");
        table.append(row(Uid.VERIFICATION, "uncompressed"));
        table.append(row(Uid.STORAGE_COMMITMENT_PUSH_MODEL, "uncompressed"));
        MammographyStorage.transferSyntaxes()
                .forEach((sopClass, syntaxes) ->
                        table.append(row(sopClass, syntaxes.size() == 2 ? "uncompressed" : "image")));
        return table.toString();
    }

    private static String row(String sopClass, String syntaxes) {
        return "| " + Dictionary.uidName(sopClass) + " | " + sopClass + " | " + syntaxes + " | SCP |\n";
    }

    private static String syntaxes() {
        StringBuilder table =
                new StringBuilder("| Transfer syntax, the preferred one first | UID | Group |\n|---|---|---|\n");
        MammographyStorage.transferSyntaxes()
                .get(Uid.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION)
                .forEach(syntax -> table.append("| " + Dictionary.uidName(syntax) + " | " + syntax + " | "
                        + (MammographyStorage.UNCOMPRESSED.contains(syntax) ? "uncompressed, image" : "image")
                        + " |\n"));
        return table.toString();
    }

    private static String settings() {
        Map<String, Object> values = new TreeMap<>();
        Deadlines deadlines = Deadlines.DEFAULT;
        values.put("Application context name", Uid.DICOM_APPLICATION_CONTEXT);
        values.put("Asynchronous operations window", "1 invoked, 1 performed");
        values.put("Associations at a time, the last for Verification only", Limits.DEFAULT.associations());
        values.put("Associations at a time of one AE title at one address", Limits.DEFAULT.perCaller());
        values.put("Command set after its first byte", deadlines.request().toSeconds() + " s");
        values.put("Data set progress of 64 KiB", deadlines.progress().toSeconds() + " s");
        values.put("First byte of a connection (ARTIM)", deadlines.artim().toSeconds() + " s");
        values.put("Idle association", deadlines.idle().toSeconds() + " s");
        values.put("Implementation class UID", Implementation.OURS.classUid());
        values.put("Implementation version name", Implementation.OURS.versionName());
        values.put("Maximum PDU length received", AcceptorConfig.DEFAULT_MAXIMUM_LENGTH + " bytes");
        StringBuilder table = new StringBuilder("| Item | Value |\n|---|---|\n");
        values.forEach((item, value) -> table.append("| " + item + " | " + value + " |\n"));
        return table.toString();
    }

    /** Prints the tables, to be put into the statement when the code has changed. */
    public static void main(String[] arguments) {
        System.out.print(contexts() + "\n" + syntaxes() + "\n" + settings());
    }
}
