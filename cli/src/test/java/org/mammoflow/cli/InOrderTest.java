package org.mammoflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    @Test
    void hands_results_on_in_order_however_long_each_took() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        List<Integer> results = new ArrayList<>();
        Stream<Callable<Integer>> tasks = IntStream.range(0, 50).mapToObj(number -> () -> {
            if (number == 0) {
                second.await();
            } else if (number == 1) {
                second.countDown();
            }
            return number;
        });
        new InOrder(2).run(tasks, results::add);
        assertThat(results).isEqualTo(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void the_first_failure_ends_the_work_and_is_thrown() {
        Stream<Callable<Integer>> tasks = IntStream.range(0, 1000).mapToObj(number -> () -> {
            if (number == 3) {
                throw new IOException("the fourth");
            }
            return number;
        });
        assertThatThrownBy(() -> new InOrder(2).run(tasks, result -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("the fourth");
    }
}
