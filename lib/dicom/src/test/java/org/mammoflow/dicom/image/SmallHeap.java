package org.mammoflow.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mammoflow.dicom.data.Attributes;

/** What {@link DecodingRoomTest} runs in a small JVM: images of mammograms' size and hostile ones, all at once. */
final class SmallHeap {
    private static final int EACH = 4;
    /** As much as the ratio of codestream to samples allows. */
    private static final int HOSTILE_LENGTH = 29_000;

    private SmallHeap() {}

    public static void main(String[] arguments) throws Exception {
        Attributes mammogram = BlankJpeg2000.image(4096, 3328, 10 << 20);
        Attributes hostile = BlankJpeg2000.image(PixelModule.MAX_SIDE, PixelModule.MAX_SIDE, HOSTILE_LENGTH);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            calls.add(() -> outcome(hostile));
            calls.add(() -> outcome(mammogram));
        }
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        for (Future<String> outcome : threads.invokeAll(calls)) {
            System.out.println(outcome.get());
        }
        threads.shutdown();
    }

    private static String outcome(Attributes image) throws Exception {
        try (HeldFrame held = Frames.held(image, BlankJpeg2000.SYNTAX, DecodingRoom.OF_THE_PROCESS)) {
            return "decoded " + held.frame().value(0, 0);
        } catch (UnreadablePixels e) {
            return e.reason().name();
        }
    }
}
