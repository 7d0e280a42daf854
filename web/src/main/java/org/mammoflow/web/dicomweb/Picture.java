package org.mammoflow.web.dicomweb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mammoflow.dicom.data.Attributes;
import org.mammoflow.dicom.image.Frame;
import org.mammoflow.dicom.image.GreyScale;
import org.mammoflow.dicom.image.Rendition;
import org.mammoflow.dicom.image.VoiWindow;

/**
 * What a rendered picture shall be (PS3.18 8.3.5): at most this large, with the image's own grey scale or a window.
 *
 * @param width and {@code height} in pixels; a picture keeps its proportions and is never made larger than the frame
 */
record Picture(int width, int height, Optional<VoiWindow> window, Format format) {

    static final int LARGEST = 8192;
    private static final int THUMBNAIL = 256;

    /** The picture formats, JPEG being what a client gets when it does not say. */
    enum Format {
        JPEG("image/jpeg"),
        PNG("image/png");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** @throws IllegalArgumentException when a query parameter breaks PS3.18 */
    static Picture of(String viewport, String window, Format format) {
        int[] size = viewport == null ? new int[] {LARGEST, LARGEST} : size(viewport);
        return new Picture(size[0], size[1], Optional.ofNullable(window).map(Picture::window), format);
    }

    /** A thumbnail, unless the viewport says otherwise. */
    static Picture thumbnail(String viewport, Format format) {
        return of(viewport == null ? THUMBNAIL + "," + THUMBNAIL : viewport, null, format);
    }

    Rendition of(Attributes header, Frame frame) {
        GreyScale scale = GreyScale.of(header);
        char[] table = window.map(scale::table).orElseGet(() -> scale.table(frame));
        return Rendition.of(frame, table, longestSide(frame));
    }

    private int longestSide(Frame frame) {
        double fit = Math.min((double) width / frame.columns(), (double) height / frame.rows());
        return Math.max(1, (int) (Math.min(1, fit) * Math.max(frame.rows(), frame.columns())));
    }

    private static int[] size(String viewport) {
        List<String> words = List.of(viewport.split(",", -1));
        if (words.size() != 2) {
            throw new IllegalArgumentException("viewport must be width,height");
        }
        int[] size = words.stream().mapToInt(Picture::side).toArray();
        return size;
    }

    private static int side(String word) {
        if (!word.matches("[0-9]{1,5}") || Integer.parseInt(word) < 1) {
            throw new IllegalArgumentException("viewport must be two numbers above 0");
        }
        return Math.min(LARGEST, Integer.parseInt(word));
    }

    private static VoiWindow window(String text) {
        String[] words = text.split(",", -1);
        if (words.length != 3 || !isNumber(words[0]) || !isNumber(words[1])) {
            throw new IllegalArgumentException("window must be center,width,function");
        }
        VoiWindow.Function function =
                VoiWindow.Function.of(words[2].replace('-', '_').toUpperCase(Locale.ROOT));
        return new VoiWindow(Double.parseDouble(words[0]), Double.parseDouble(words[1]), function, "");
    }

    private static boolean isNumber(String word) {
        return word.matches("-?[0-9]{1,10}(\\.[0-9]{1,10})?");
    }
}
