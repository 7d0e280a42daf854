package org.mammoflow.dicom.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * A data set or the item of a sequence: data elements in the order of their tags (PS3.5 Chapter 7). Getters never fail:
 * what is missing, of another kind or malformed gives an empty answer, text that cannot be decoded shows U+FFFD, and
 * the bytes stay as they came. Not safe for use by several threads.
 */
public final class Attributes implements Iterable<Element> {

    private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
    private Attributes parent;

    public boolean contains(int tag) {
        return elements.containsKey(tag);
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    public int size() {
        return elements.size();
    }

    public Optional<Element> element(int tag) {
        return Optional.ofNullable(elements.get(tag));
    }

    /** In ascending order of tags. */
    @Override
    public Iterator<Element> iterator() {
        return Collections.unmodifiableCollection(elements.values()).iterator();
    }

    /**
     * The first value as text, without padding; empty when it is missing, blank, or so long that it was left in its
     * file. Numbers come in decimal.
     */
    public Optional<String> string(int tag) {
        return strings(tag).stream().findFirst().filter(text -> !text.isEmpty());
    }

    /** All values as text, blank ones among them as empty strings. */
    public List<String> strings(int tag) {
        return content(tag).map(ElementContent::texts).orElse(List.of());
    }

    public Optional<PersonName> personName(int tag) {
        return string(tag).map(PersonName::parse);
    }

    /** What (0008,0005) declares, here or in the data set around this item. */
    public SpecificCharacterSet characterSet() {
        for (Attributes scope = this; scope != null; scope = scope.parent) {
            if (scope.contains(Tag.SpecificCharacterSet)) {
                return SpecificCharacterSet.of(scope.strings(Tag.SpecificCharacterSet));
            }
        }
        return SpecificCharacterSet.DEFAULT;
    }

    /** The first value, of IS, US, SS, UL, SL, AT and such; empty when it is no whole number of 32 bits. */
    public OptionalInt integer(int tag) {
        List<Integer> values = integers(tag);
        return values.isEmpty() ? OptionalInt.empty() : OptionalInt.of(values.get(0));
    }

    /** All values; none when one of them is no whole number of 32 bits. Tags (AT) keep their 32 bits. */
    public List<Integer> integers(int tag) {
        return content(tag).map(ElementContent::integers).orElse(List.of());
    }

    /** All values; none when one of them is no whole number. UV beyond 63 bits turns negative. */
    public List<Long> longs(int tag) {
        return content(tag).map(ElementContent::longs).orElse(List.of());
    }

    /** The first value, of DS, IS, FL, FD and every binary number; empty when it is no finite number. */
    public OptionalDouble decimal(int tag) {
        List<Double> values = decimals(tag);
        return values.isEmpty() || !Double.isFinite(values.get(0))
                ? OptionalDouble.empty()
                : OptionalDouble.of(values.get(0));
    }

    /** All values in their places, with NaN for each that is no number. */
    public List<Double> decimals(int tag) {
        return content(tag).map(ElementContent::decimals).orElse(List.of());
    }

    /** The items of a sequence; none when the element is missing or no sequence. */
    public List<Attributes> items(int tag) {
        return value(tag, Value.Items.class).map(Value.Items::items).orElse(List.of());
    }

    /** The first item of a sequence. */
    public Optional<Attributes> item(int tag) {
        return items(tag).stream().findFirst();
    }

    /** The encoded value, numbers in little endian; no bytes for sequences and for what {@link #bulk} leaves in its file. */
    public byte[] bytes(int tag) {
        return content(tag).map(ElementContent::bytes).orElse(new byte[0]);
    }

    /** A value that is no sequence and no fragments, wherever it lies. */
    public Optional<BulkData> bulk(int tag) {
        return element(tag).map(Element::value).flatMap(Attributes::bulk);
    }

    private static Optional<BulkData> bulk(Value value) {
        if (value instanceof BulkData data) {
            return Optional.of(data);
        }
        return value instanceof Value.Bytes raw ? Optional.of(BulkData.of(raw.bytes())) : Optional.empty();
    }

    /** Encapsulated Pixel Data. */
    public Optional<Fragments> fragments(int tag) {
        return value(tag, Fragments.class);
    }

    private <T extends Value> Optional<T> value(int tag, Class<T> kind) {
        return element(tag).map(Element::value).filter(kind::isInstance).map(kind::cast);
    }

    private Optional<ElementContent> content(int tag) {
        return element(tag).map(this::content);
    }

    ElementContent content(Element element) {
        return new ElementContent(element, this::characterSet);
    }

    /** Text, in the representation that PS3.6 gives the element; no values make it empty. */
    public Attributes set(int tag, String... values) {
        return set(tag, Dictionary.vr(tag), values);
    }

    /** Text in a given representation, for private elements. */
    public Attributes set(int tag, Vr vr, String... values) {
        if (!vr.isText()) {
            throw new IllegalArgumentException(Dictionary.describe(tag) + " is " + vr + ", not text");
        }
        return put(new Element(tag, vr, new Value.Text(List.of(values))));
    }

    /** Whole numbers, binary or as IS or DS; negative ones make SS of "US or SS". */
    public Attributes setInt(int tag, int... values) {
        Vr vr = Dictionary.vr(tag);
        if (vr.isText()) {
            return set(
                    tag, vr, Arrays.stream(values).mapToObj(Integer::toString).toArray(String[]::new));
        }
        boolean signed =
                Dictionary.isSignDependent(tag) && Arrays.stream(values).anyMatch(value -> value < 0);
        LongStream numbers = Arrays.stream(values).mapToLong(value -> vr == Vr.AT ? value & 0xFFFFFFFFL : value);
        Vr chosen = signed ? Vr.SS : vr;
        return setBytes(tag, chosen, BinaryNumbers.encode(chosen, numbers.toArray()));
    }

    /** Numbers as DS, FL or FD; DS keeps as many digits as its 16 characters hold. */
    public Attributes setDouble(int tag, double... values) {
        Vr vr = Dictionary.vr(tag);
        return vr.isText()
                ? set(
                        tag,
                        vr,
                        Arrays.stream(values).mapToObj(NumberStrings::format).toArray(String[]::new))
                : setBytes(tag, vr, BinaryNumbers.encode(vr, values));
    }

    /** An encoded value, numbers in little endian; an odd one is padded when it is written. */
    public Attributes setBytes(int tag, Vr vr, byte[] value) {
        return put(new Element(tag, vr, new Value.Bytes(value)));
    }

    /** A sequence; its items belong to this data set from now on. */
    public Attributes setItems(int tag, Attributes... items) {
        return put(new Element(tag, Vr.SQ, new Value.Items(List.of(items))));
    }

    public Attributes setFragments(int tag, Fragments fragments) {
        return put(new Element(tag, Vr.OB, fragments));
    }

    /**
     * Takes elements over from another data set, sequences included, as far as it has them; text is encoded anew in
     * the character set of this one.
     */
    public Attributes copy(Attributes from, int... tags) {
        for (int tag : tags) {
            from.element(tag).ifPresent(element -> put(from.detached(element)));
        }
        return this;
    }

    private Element detached(Element element) {
        if (element.value() instanceof Value.Items sequence) {
            List<Attributes> items =
                    sequence.items().stream().map(Attributes::copied).toList();
            return new Element(element.tag(), element.vr(), new Value.Items(items));
        }
        boolean text = element.vr().usesCharacterSet() && element.value() instanceof Value.Bytes;
        return text ? new Element(element.tag(), element.vr(), new Value.Text(strings(element.tag()))) : element;
    }

    private Attributes copied() {
        Attributes copy = new Attributes();
        elements.values().forEach(element -> copy.put(detached(element)));
        return copy;
    }

    /**
     * The tag of a private element (PS3.5 7.8.1).
     *
     * @param group odd
     * @param creator the private creator that reserved the block
     * @param element within the block, 0x00 to 0xFF
     * @return empty when the creator has reserved no block here
     */
    public OptionalInt privateTag(int group, String creator, int element) {
        return IntStream.rangeClosed(0x10, 0xFF)
                .filter(block ->
                        string(group << 16 | block).filter(creator::equals).isPresent())
                .map(block -> group << 16 | block << 8 | element)
                .findFirst();
    }

    public Attributes remove(int tag) {
        elements.remove(tag);
        return this;
    }

    Attributes put(Element element) {
        if (element.value() instanceof Value.Items sequence) {
            sequence.items().forEach(item -> item.parent = this);
        }
        elements.put(element.tag(), element);
        return this;
    }

    /** Names tags and representations, never values. */
    @Override
    public String toString() {
        return StreamSupport.stream(spliterator(), false).map(Element::toString).collect(Collectors.joining("; "));
    }
}
