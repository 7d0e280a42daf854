package org.mammoflow.dicom.net.upper;

import java.util.regex.Pattern;

/** Which AE titles a caller may have (PS3.5 6.2, AE), and a little less: none that could act in a page, path or shell. */
public final class AeTitles {

    private static final Pattern HARMLESS = Pattern.compile("[\\x20-\\x7E&&[^\\\\/'\"<>`]]{1,16}");

    private AeTitles() {}

    public static boolean isAcceptable(String title) {
        return HARMLESS.matcher(title).matches() && !title.isBlank();
    }
}
