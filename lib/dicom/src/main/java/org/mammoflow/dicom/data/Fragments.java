package org.mammoflow.dicom.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Encapsulated Pixel Data (PS3.5 A.4): compressed fragments, each of them left where it lies. */
public final class Fragments implements Value {

    private final List<Long> offsets;
    private final List<BulkData> fragments;

    /**
     * @param offsets the Basic Offset Table or the Extended Offset Table: for each frame the offset of the item of its
     *     first fragment, counted from the first fragment's item; may be empty
     * @param fragments the fragments, without the item of the offset table
     */
    public Fragments(List<Long> offsets, List<BulkData> fragments) {
        this.offsets = List.copyOf(offsets);
        this.fragments = List.copyOf(fragments);
    }

    /** One frame in one fragment, as still images are written. */
    public static Fragments ofFrame(byte[] codestream) {
        return new Fragments(List.of(), List.of(BulkData.of(codestream)));
    }

    public List<Long> offsets() {
        return offsets;
    }

    public List<BulkData> fragments() {
        return fragments;
    }

    /**
     * The fragments of each frame, in order.
     *
     * @param numberOfFrames Number of Frames (0028,0008), 1 when it is missing
     * @throws DicomFormatException when fragments and offset table do not say which fragment belongs to which frame
     */
    public List<List<BulkData>> frames(int numberOfFrames) throws DicomFormatException {
        if (fragments.isEmpty() || numberOfFrames < 1) {
            throw unclear(numberOfFrames);
        }
        if (numberOfFrames == 1) {
            return List.of(ofOnlyFrame());
        }
        if (!offsets.isEmpty()) {
            return byOffsets(numberOfFrames);
        }
        if (fragments.size() != numberOfFrames) {
            throw unclear(numberOfFrames);
        }
        return fragments.stream().map(List::of).toList();
    }

    /** All of them; a table that says otherwise belongs to another object, and so may the fragments. */
    private List<BulkData> ofOnlyFrame() throws DicomFormatException {
        if (!offsets.isEmpty() && !offsets.equals(List.of(0L))) {
            throw unclear(1);
        }
        return fragments;
    }

    private List<List<BulkData>> byOffsets(int numberOfFrames) throws DicomFormatException {
        if (offsets.size() != numberOfFrames || offsets.get(0) != 0) {
            throw unclear(numberOfFrames);
        }
        Map<Long, Integer> starts = fragmentsByOffset();
        List<List<BulkData>> frames = new ArrayList<>();
        for (int frame = 0; frame < numberOfFrames; frame++) {
            int from = starts.getOrDefault(offsets.get(frame), -1);
            int to = frame + 1 < numberOfFrames ? starts.getOrDefault(offsets.get(frame + 1), -1) : fragments.size();
            if (from < 0 || from >= to) {
                throw unclear(numberOfFrames);
            }
            frames.add(fragments.subList(from, to));
        }
        return frames;
    }

    private Map<Long, Integer> fragmentsByOffset() {
        Map<Long, Integer> starts = new HashMap<>();
        long offset = 0;
        for (int index = 0; index < fragments.size(); index++) {
            starts.put(offset, index);
            offset += 8 + fragments.get(index).length();
        }
        return starts;
    }

    private DicomFormatException unclear(int frames) {
        return new DicomFormatException("(7FE0,0010) PixelData: %d fragments and an offset table of %d for %d frames"
                .formatted(fragments.size(), offsets.size(), frames));
    }
}
