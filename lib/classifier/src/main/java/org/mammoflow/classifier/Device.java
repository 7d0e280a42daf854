package org.mammoflow.classifier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a network computes. */
public sealed interface Device {

    /** CUDA device 0 when ONNX Runtime's CUDA provider really loads, the CPU otherwise. */
    record Auto() implements Device {}

    /** The CPU, always there. */
    record Cpu() implements Device {}

    /**
     * One CUDA device and nothing else: a network that cannot have it does not load.
     *
     * @param number as {@code nvidia-smi} counts, from 0
     */
    record Cuda(int number) implements Device {}

    /**
     * Reads the configuration's {@code auto}, {@code cpu} or {@code cuda:N}.
     *
     * @throws IllegalArgumentException for anything else, naming the three forms
     */
    static Device parse(String text) {
        if (text.equals("auto")) {
            return new Auto();
        }
        if (text.equals("cpu")) {
            return new Cpu();
        }
        Matcher cuda = Pattern.compile("cuda:([0-9]{1,3})").matcher(text);
        if (cuda.matches()) {
            return new Cuda(Integer.parseInt(cuda.group(1)));
        }
        throw new IllegalArgumentException("No such inference device: '" + text + "'; use auto, cpu or cuda:N");
    }
}
