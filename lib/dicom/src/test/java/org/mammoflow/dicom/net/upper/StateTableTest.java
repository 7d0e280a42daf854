package org.mammoflow.dicom.net.upper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event in every state, against PS3.8 table 9-10 as the standard prints it. */
class StateTableTest {

    /** One row for each event in the standard's order; one column for each state; a dash where nothing can happen. */
    private static final String TABLE = """
            AE-1>4 - - - - - - - - - - - -
            - - - AE-2>5 - - - - - - - - -
            - AA-1>13 AA-8>13 - AE-3>6 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-6>13
            - AA-1>13 AA-8>13 - AE-4>1 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-6>13
            AE-5>2 - - - - - - - - - - - -
            - AE-6>3|13 AA-8>13 - AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-7>13
            - - AE-7>6 - - - - - - - - - -
            - - AE-8>13 - - - - - - - - - -
            - - - - - DT-1>6 - AR-7>8 - - - - -
            - AA-1>13 AA-8>13 - AA-8>13 DT-2>6 AR-6>7 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-6>13
            - - - - - AR-1>7 - - - - - - -
            - AA-1>13 AA-8>13 - AA-8>13 AR-2>8 AR-8>9|10 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-6>13
            - AA-1>13 AA-8>13 - AA-8>13 AA-8>13 AR-3>1 AA-8>13 AA-8>13 AR-10>12 AR-3>1 AA-8>13 AA-6>13
            - - - - - - - AR-4>13 AR-9>11 - - AR-4>13 -
            - - AA-1>13 AA-2>1 AA-1>13 AA-1>13 AA-1>13 AA-1>13 AA-1>13 AA-1>13 AA-1>13 AA-1>13 -
            - AA-2>1 AA-3>1 - AA-3>1 AA-3>1 AA-3>1 AA-3>1 AA-3>1 AA-3>1 AA-3>1 AA-3>1 AA-2>1
            - AA-5>1 AA-4>1 AA-4>1 AA-4>1 AA-4>1 AA-4>1 AA-4>1 AA-4>1 AA-4>1 AA-4>1 AA-4>1 AR-5>1
            - AA-2>1 - - - - - - - - - - AA-2>1
            - AA-1>13 AA-8>13 - AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-8>13 AA-7>13
            """;

    static Stream<Arguments> cells() {
        List<String> rows = TABLE.lines().toList();
        return Arrays.stream(Event.values()).flatMap(event -> {
            String[] cells = rows.get(event.ordinal()).split(" ");
            return IntStream.range(0, cells.length)
                    .mapToObj(column -> Arguments.of(State.values()[column], event, cells[column]));
        });
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("cells")
    void is_that_of_the_standard(State state, Event event, String expected) {
        assertThat(StateTable.cell(state, event).map(StateTableTest::asPrinted).orElse("-"))
                .isEqualTo(expected);
    }

    private static String asPrinted(Transition cell) {
        String next = String.valueOf(cell.next().ordinal() + 1);
        String choice =
                cell.next() == cell.otherwise() ? "" : "|" + (cell.otherwise().ordinal() + 1);
        return cell.action().name().replace('_', '-') + ">" + next + choice;
    }

    @Test
    void the_standard_has_19_events_and_13_states() {
        assertThat(cells()).hasSize(19 * 13);
    }

    @Test
    void the_machine_refuses_what_cannot_happen() {
        assertThatThrownBy(() -> new StateMachine().on(Event.P_DATA_REQUEST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("P_DATA_REQUEST cannot happen in STA1");
    }
}
