package org.mammoflow.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mammoflow.access.Caller;
import org.mammoflow.access.Role;

class ReadersTest {

    private static final Caller ANNA = new Caller("anna", Role.RADIOLOGIST, "", "");
    private static final Caller BERTA = new Caller("berta", Role.RADIOLOGIST, "", "");
    private static final Caller CLARA = new Caller("clara", Role.ARBITER, "", "");

    @Test
    void with_one_reading_whoever_begins_may_be_followed_by_another() {
        Readers readers = new Readers(1, 1, "anna", null, null, null);
        assertThat(readers.refusalOf(BERTA)).isEmpty();
        assertThat(readers.ofThisRound()).contains("anna");
    }

    @Test
    void with_two_readings_a_begun_one_is_its_readers_own_and_nobody_reads_twice() {
        assertThat(new Readers(1, 2, "anna", null, null, null).refusalOf(BERTA)).contains(Refusal.Why.BEGUN_BY_ANOTHER);
        Readers second = new Readers(2, 2, "anna", null, null, null);
        assertThat(second.refusalOf(ANNA)).contains(Refusal.Why.OWN_CASE);
        assertThat(second.refusalOf(BERTA)).isEmpty();
        assertThat(second.roundOf(ANNA)).isEqualTo(1);
        assertThat(second.roundOf(BERTA)).isEqualTo(2);
    }

    @Test
    void an_arbiter_settles_what_others_read_and_nothing_of_her_own() {
        assertThat(new Readers(3, 2, "anna", "berta", null, null).refusalOf(CLARA))
                .isEmpty();
        assertThat(new Readers(3, 2, "anna", "berta", null, null).refusalOf(BERTA))
                .contains(Refusal.Why.FOR_ARBITERS);
        assertThat(new Readers(3, 2, "clara", "berta", null, null).refusalOf(CLARA))
                .contains(Refusal.Why.OWN_CASE);
    }

    @Test
    void a_rereader_has_read_none_of_the_rounds_before() {
        Readers readers = new Readers(4, 2, "anna", "berta", "clara", null);
        assertThat(readers.refusalOf(ANNA)).contains(Refusal.Why.OWN_CASE);
        assertThat(readers.refusalOf(CLARA)).contains(Refusal.Why.OWN_CASE);
        assertThat(readers.refusalOf(new Caller("dora", Role.RADIOLOGIST, "", "")))
                .isEmpty();
    }
}
