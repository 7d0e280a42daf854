package org.mammoflow.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportVerificationTest {

    /** Lines before the first row: what the file is, one key, two heads. */
    private static final int FRONT = 4;

    @TempDir
    Path folder;

    private Chain chain;
    private Path file;

    @BeforeEach
    void export() throws IOException {
        chain = Chain.of(20, folder.resolve("keys"));
        file = chain.write(folder.resolve("audit.jsonl"));
    }

    @Test
    void an_untouched_export_is_intact_and_names_its_key() throws IOException {
        ExportVerification.Result result = verify();
        assertThat(result.verdict()).isInstanceOfSatisfying(ChainVerdict.Intact.class, intact -> {
            assertThat(intact.rows()).isEqualTo(20);
            assertThat(intact.signed()).contains(chain.heads().get(1));
        });
        assertThat(result.fingerprint()).isEqualTo(chain.key().verifying().fingerprint());
    }

    @Test
    void an_altered_row_is_named() throws IOException {
        edit(lines ->
                lines.set(FRONT + 6, lines.get(FRONT + 6).replace("\"actor\":\"actor\"", "\"actor\":\"nobody\"")));
        assertBroken(7, "content differs from its hash");
    }

    @Test
    void a_removed_row_is_named() throws IOException {
        edit(lines -> lines.remove(FRONT + 6));
        assertBroken(7, "expected number 7, found 8");
    }

    @Test
    void an_inserted_row_is_named() throws IOException {
        edit(lines -> lines.add(FRONT + 6, lines.get(FRONT + 5)));
        assertBroken(7, "expected number 7, found 6");
    }

    @Test
    void reordered_rows_are_named() throws IOException {
        edit(lines -> Collections.swap(lines, FRONT + 4, FRONT + 5));
        assertBroken(5, "expected number 5, found 6");
    }

    @Test
    void a_truncated_export_is_named_where_it_ends() throws IOException {
        edit(lines -> lines.subList(FRONT + 17, FRONT + 20).clear());
        assertBroken(18, "chain ends at 17");
    }

    @Test
    void a_line_cut_in_the_middle_is_named() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 40));
        assertBroken(20, "damaged");
    }

    @Test
    void a_row_after_the_signed_head_is_named() throws IOException {
        List<AuditEntry> rows = new ArrayList<>(chain.rows());
        rows.add(Chain.row(21, "forger", "added", rows.get(19).hash()));
        new Chain(rows, chain.heads(), chain.key()).write(file);
        assertBroken(21, "its head says 20");
    }

    @Test
    void a_head_of_an_earlier_export_is_noticed() throws IOException {
        new Chain(chain.rows(), List.of(chain.heads().get(0)), chain.key()).write(file);
        assertBroken(11, "its head says 10");
    }

    @Test
    void a_head_with_another_hash_is_noticed() throws IOException {
        edit(lines -> lines.set(
                3, lines.get(3).replaceFirst("\"hash\":\"[0-9a-f]{64}\"", "\"hash\":\"" + "f".repeat(64) + "\"")));
        assertBroken(20, "signature");
    }

    @Test
    void rows_hashed_anew_up_to_the_end_break_at_the_head_that_was_signed_before() throws IOException {
        List<AuditEntry> forged = Chain.rows(20, "forger");
        new Chain(forged, chain.heads(), chain.key()).write(file);
        assertBroken(10, "rows were rewritten");
    }

    @Test
    void a_whole_file_forged_with_another_key_is_found_with_the_installations_key() throws IOException {
        Chain forged = Chain.of(20, folder.resolve("forger"));
        forged.write(file);
        assertThat(verify().verdict()).isInstanceOf(ChainVerdict.Intact.class);
        assertThat(verify().fingerprint()).isNotEqualTo(chain.key().verifying().fingerprint());
        assertThat(ExportVerification.verify(file, Optional.of(chain.key().verifying()))
                        .verdict())
                .isInstanceOf(ChainVerdict.Broken.class);
    }

    /** The forger owns the database and the key: what is kept elsewhere is all that is left. */
    @Test
    void a_trail_written_anew_with_the_installations_own_key_is_found_by_a_row_that_is_known() throws IOException {
        List<AuditEntry> forged = Chain.rows(20, "forger");
        new Chain(forged, List.of(Chain.signed(chain.key(), forged, 20)), chain.key()).write(file);
        assertThat(verify().verdict()).as("by itself").isInstanceOf(ChainVerdict.Intact.class);
        assertBroken(15, "another row of this number is known", verify(known(15)));
    }

    @Test
    void a_data_folder_of_last_week_is_found_by_a_row_that_was_written_since() throws IOException {
        List<AuditEntry> restored = chain.rows().subList(0, 12);
        new Chain(restored, List.of(Chain.signed(chain.key(), restored, 12)), chain.key()).write(file);
        assertThat(verify().verdict()).as("by itself").isInstanceOf(ChainVerdict.Intact.class);
        assertBroken(13, "chain ends at 12, but row 15 is known", verify(known(15)));
    }

    @Test
    void a_trail_that_was_emptied_and_begun_anew_is_found_by_any_row_that_is_known() throws IOException {
        List<AuditEntry> begun = List.of(Chain.row(1, "system", "after the truncation", AuditEntry.GENESIS));
        new Chain(begun, List.of(Chain.signed(chain.key(), begun, 1)), chain.key()).write(file);
        assertThat(verify().verdict()).as("by itself").isInstanceOf(ChainVerdict.Intact.class);
        assertBroken(1, "another row", verify(known(1)));
        assertBroken(2, "row 15 is known", verify(known(15)));
    }

    @Test
    void a_trail_that_holds_what_is_known_is_intact() throws IOException {
        assertThat(verify(known(15), known(20), known(1)).verdict()).isInstanceOf(ChainVerdict.Intact.class);
    }

    @Test
    void a_clock_that_was_set_back_is_told_and_the_order_still_holds() throws IOException {
        List<AuditEntry> rows = new ArrayList<>(chain.rows());
        AuditEntry early = new AuditEntry(
                        21,
                        rows.get(3).recordedAt(),
                        "actor",
                        "auditor",
                        "SIGNED_IN",
                        "account",
                        "actor",
                        "",
                        "",
                        "",
                        "",
                        "",
                        rows.get(19).hash(),
                        "")
                .sealed();
        rows.add(early);
        new Chain(rows, List.of(Chain.signed(chain.key(), rows, 21)), chain.key()).write(file);
        assertThat(verify().verdict()).isInstanceOf(ChainVerdict.Intact.class);
        assertThat(verify().clockSetBack()).containsExactly(21L);
    }

    private KnownRow known(int seq) {
        return new KnownRow(seq, chain.rows().get(seq - 1).hash());
    }

    private ExportVerification.Result verify(KnownRow... known) throws IOException {
        return ExportVerification.verify(file, Optional.empty(), List.of(known));
    }

    @Test
    void an_added_field_and_a_doubled_field_are_no_way_around_the_hash() throws IOException {
        edit(lines ->
                lines.set(FRONT + 2, lines.get(FRONT + 2).replace("\"seq\":\"3\"", "\"seq\":\"3\",\"note\":\"x\"")));
        assertBroken(3, "a field that no row has");
        chain.write(file);
        edit(lines ->
                lines.set(FRONT + 2, lines.get(FRONT + 2).replace("\"seq\":\"3\"", "\"actor\":\"x\",\"seq\":\"3\"")));
        assertBroken(3, "stands twice");
    }

    @Test
    void anything_else_is_no_export() throws IOException {
        Files.writeString(file, "finding_id,verdict\r\n1,OPEN\r\n");
        assertBroken(1, "damaged");
        Files.write(file, new byte[] {(byte) 0xC3, 0x28, '\n'});
        assertBroken(1, "not UTF-8");
        Files.writeString(file, "");
        assertBroken(1, "no audit export");
    }

    private void edit(Consumer<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        change.accept(lines);
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private void assertBroken(long seq, String reason) throws IOException {
        assertBroken(seq, reason, verify());
    }

    private static void assertBroken(long seq, String reason, ExportVerification.Result result) {
        assertThat(result.verdict()).isInstanceOfSatisfying(ChainVerdict.Broken.class, broken -> {
            assertThat(broken.seq()).as(broken.reason()).isEqualTo(seq);
            assertThat(broken.reason()).contains(reason);
        });
    }
}
