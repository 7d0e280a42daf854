package org.mammoflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter text = new StringWriter();

    @Test
    void writes_one_plain_line_for_each_tenth_when_nobody_watches() {
        Progress progress = new Progress(new PrintWriter(text), "images", 200, false);
        for (int i = 0; i < 200; i++) {
            progress.step();
        }
        assertThat(text.toString().lines()).hasSize(10).last().isEqualTo("200 of 200 images");
        assertThat(text.toString()).doesNotContain("\r");
    }

    @Test
    void draws_a_bar_on_a_terminal_and_keeps_remarks_above_it() {
        Progress progress = new Progress(new PrintWriter(text), "images", 2, true);
        progress.step();
        progress.say("one was refused");
        progress.step();
        assertThat(text.toString()).contains("[###############---------------] 1 of 2 images");
        assertThat(text.toString()).contains("\rone was refused");
        assertThat(text.toString()).endsWith("2 of 2 images " + System.lineSeparator());
    }
}
