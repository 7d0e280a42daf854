package org.mammoflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "send", "echo", "phantom", "tensors", "verify"})
    void every_command_explains_itself(String command) {
        CommandRun run = CommandRun.of(command, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: mammoflow " + command);
    }

    @Test
    void a_wrong_command_line_ends_with_2_and_says_what_is_known() {
        CommandRun run = CommandRun.of("phantom");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("DIR").contains("Usage:");
        assertThat(CommandRun.of("nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void a_problem_the_user_can_solve_is_a_sentence_and_ends_with_1() {
        CommandRun run = CommandRun.of("send", "/nowhere/at-all.dcm");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().trim()).isEqualTo("There is no /nowhere/at-all.dcm");
    }
}
