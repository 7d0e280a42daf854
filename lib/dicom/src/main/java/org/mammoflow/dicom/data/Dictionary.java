package org.mammoflow.dicom.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What PS3.6 says about data elements and unique identifiers. */
public final class Dictionary {

    private record Entry(Vr vr, boolean signDependent, String multiplicity, String keyword) {}

    /** A row for many tags, such as 60xx3000. */
    private record Repeating(int mask, int tag, Entry entry) {}

    private static final Map<Integer, Entry> ELEMENTS = new HashMap<>(8192);
    private static final List<Repeating> REPEATING = new ArrayList<>();
    private static final Map<String, Integer> TAGS = new HashMap<>(8192);
    private static final Map<String, String> UID_NAMES = new HashMap<>();

    static {
        rows("elements.txt").forEach(Dictionary::addElement);
        rows("uids.txt").forEach(Dictionary::addUid);
    }

    private Dictionary() {}

    /**
     * The representation of an element; where PS3.6 leaves a choice: US for "US or SS", OW for every other. UN for
     * elements it does not know, LO for private creators, UL for group lengths.
     */
    public static Vr vr(int tag) {
        return find(tag).map(Entry::vr).orElseGet(() -> vrByPosition(tag));
    }

    /** The keyword, such as PatientName; empty when PS3.6 does not know the element. */
    public static String keyword(int tag) {
        return find(tag).map(Entry::keyword).orElse("");
    }

    /** The value multiplicity as PS3.6 writes it, such as 1, 2-n; 1-n for elements it does not know. */
    public static String multiplicity(int tag) {
        return find(tag).map(Entry::multiplicity).orElse("1-n");
    }

    public static OptionalInt tag(String keyword) {
        Integer tag = TAGS.get(keyword);
        return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
    }

    /** The name of a UID in PS3.6, such as "Verification SOP Class"; the UID itself when unknown. */
    public static String uidName(String uid) {
        return UID_NAMES.getOrDefault(uid, uid);
    }

    /** For messages: {@code (0028,0010) Rows}. */
    public static String describe(int tag) {
        String number = "(%04X,%04X)".formatted(tag >>> 16, tag & 0xFFFF);
        String keyword = isPrivate(tag) ? "private" : keyword(tag);
        return keyword.isEmpty() ? number : number + " " + keyword;
    }

    public static boolean isPrivate(int tag) {
        return (tag >>> 16 & 1) == 1;
    }

    /** Whether Pixel Representation (0028,0103) chooses between US and SS. */
    static boolean isSignDependent(int tag) {
        return find(tag).map(Entry::signDependent).orElse(false);
    }

    private static Vr vrByPosition(int tag) {
        int element = tag & 0xFFFF;
        if (element == 0) {
            return Vr.UL;
        }
        return isPrivate(tag) && element >= 0x10 && element <= 0xFF ? Vr.LO : Vr.UN;
    }

    private static Optional<Entry> find(int tag) {
        Entry entry = ELEMENTS.get(tag);
        if (entry != null || isPrivate(tag)) {
            return Optional.ofNullable(entry);
        }
        return REPEATING.stream()
                .filter(row -> (tag & row.mask) == row.tag)
                .findFirst()
                .map(Repeating::entry);
    }

    private static void addElement(String row) {
        String[] fields = row.split(" ");
        Entry entry = new Entry(primary(fields[1]), fields[1].equals("US/SS"), fields[2], fields[3]);
        int tag = Integer.parseUnsignedInt(fields[0].replace('x', '0'), 16);
        TAGS.put(entry.keyword, tag);
        if (fields[0].indexOf('x') < 0) {
            ELEMENTS.put(tag, entry);
        } else {
            REPEATING.add(new Repeating(mask(fields[0]), tag, entry));
        }
    }

    private static int mask(String pattern) {
        String digits = pattern.replaceAll("[0-9A-F]", "F").replace('x', '0');
        return Integer.parseUnsignedInt(digits, 16);
    }

    private static Vr primary(String choice) {
        return switch (choice) {
            case "US/SS" -> Vr.US;
            case "OB/OW", "US/OW", "US/SS/OW" -> Vr.OW;
            case "--" -> Vr.UN;
            default -> Vr.valueOf(choice);
        };
    }

    private static void addUid(String row) {
        String[] fields = row.replaceFirst("^R ", "").split(" ", 3);
        UID_NAMES.put(fields[0], fields[2]);
    }

    private static Stream<String> rows(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Dictionary.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
