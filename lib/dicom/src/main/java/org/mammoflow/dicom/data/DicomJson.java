package org.mammoflow.dicom.data;

import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes data sets in the DICOM JSON model (PS3.18 Annex F). */
public final class DicomJson {

    private static final String UNPREFIXED = "";

    private final Function<String, Optional<String>> bulkDataUri;
    private final Json out;

    private DicomJson(Function<String, Optional<String>> bulkDataUri, Appendable out) {
        this.bulkDataUri = bulkDataUri;
        this.out = new Json(out);
    }

    /** Without bulk data: its elements keep their VR and have no value. */
    public static void write(Attributes dataSet, Appendable out) throws IOException {
        write(dataSet, out, path -> Optional.empty());
    }

    /**
     * @param bulkDataUri the URI of a value that is not written here, from its path in the data set: tags in eight
     *     hexadecimal digits and item numbers from 1, such as {@code 7FE00010} or {@code 00880200/1/7FE00010}
     */
    public static void write(Attributes dataSet, Appendable out, Function<String, Optional<String>> bulkDataUri)
            throws IOException {
        new DicomJson(bulkDataUri, out).object(dataSet, UNPREFIXED);
    }

    private void object(Attributes dataSet, String path) throws IOException {
        out.open('{');
        for (Element element : dataSet) {
            if ((element.tag() & 0xFFFF) != 0) {
                element(element, dataSet, path);
            }
        }
        out.close('}');
    }

    private void element(Element element, Attributes dataSet, String path) throws IOException {
        String tag = "%08X".formatted(element.tag());
        Vr vr = element.vr() == Vr.UN ? element.meaning() : element.vr();
        out.name(tag).open('{').name("vr").string(vr.name());
        if (element.value() instanceof Value.Items sequence) {
            items(sequence.items(), path + tag);
        } else if (element.value() instanceof BulkData || element.value() instanceof Fragments) {
            bulk(path + tag);
        } else if (vr.isText() || vr.isNumeric()) {
            values(dataSet.content(element), vr);
        } else {
            inline(dataSet.content(element).bytes());
        }
        out.close('}');
    }

    private void items(List<Attributes> items, String path) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        out.name("Value").open('[');
        for (int index = 0; index < items.size(); index++) {
            object(items.get(index), path + "/" + (index + 1) + "/");
        }
        out.close(']');
    }

    private void bulk(String path) throws IOException {
        Optional<String> uri = bulkDataUri.apply(path);
        if (uri.isPresent()) {
            out.name("BulkDataURI").string(uri.get());
        }
    }

    private void inline(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            out.name("InlineBinary").string(Base64.getEncoder().encodeToString(bytes));
        }
    }

    private void values(ElementContent content, Vr vr) throws IOException {
        // PS3.18 F.2.2: JSON is UTF-8, and the data set must say so.
        boolean characterSet = content.element().tag() == Tag.SpecificCharacterSet;
        List<String> texts = characterSet ? List.of("ISO_IR 192") : content.texts();
        if (texts.isEmpty()) {
            return;
        }
        Iterator<Double> decimals = content.decimals().iterator();
        out.name("Value").open('[');
        for (String text : texts) {
            value(text, vr, decimals.hasNext() ? decimals.next() : Double.NaN);
        }
        out.close(']');
    }

    private void value(String text, Vr vr, double number) throws IOException {
        if (text.isEmpty()) {
            out.bare("null");
        } else if (vr == Vr.PN) {
            personName(PersonName.parse(text));
        } else if (isNumber(vr) && Double.isFinite(number)) {
            out.bare(vr.isText() ? Json.number(number) : text);
        } else {
            out.string(text);
        }
    }

    private static boolean isNumber(Vr vr) {
        return vr.isNumeric() && vr != Vr.AT || vr == Vr.DS || vr == Vr.IS;
    }

    private void personName(PersonName name) throws IOException {
        out.open('{');
        group("Alphabetic", name.alphabetic());
        group("Ideographic", name.ideographic());
        group("Phonetic", name.phonetic());
        out.close('}');
    }

    private void group(String title, PersonName.Group group) throws IOException {
        if (!group.isEmpty()) {
            out.name(title).string(group.encoded());
        }
    }
}
