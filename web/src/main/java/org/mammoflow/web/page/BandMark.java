package org.mammoflow.web.page;

/**
 * A suspicion band to be shown by word, shape and colour together, never by colour alone.
 *
 * @param style the shape's and colour's name in the style sheet
 */
public record BandMark(String style, String word) {

    static BandMark of(String band, Words words) {
        return new BandMark(band.toLowerCase(java.util.Locale.ROOT).replace('_', '-'), words.of("band." + band));
    }
}
