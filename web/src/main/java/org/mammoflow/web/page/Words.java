package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the bundle with their values filled in, in the reader's language. */
@Named("words")
@RequestScoped
public class Words {

    /** {@code messages_en}, {@code messages_de}, {@code messages_fr}: no nameless one, so that none is fallen back to. */
    static final String BUNDLE = "org.mammoflow.web.page.messages";

    private static final double SMALLEST_SHOWN = 0.01;

    @Inject
    Language language;

    public String of(String key, Object... values) {
        String text = ResourceBundle.getBundle(BUNDLE, locale()).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
    }

    /** A constant in words: {@code of("band", CaseBand.HIGH)} is the text {@code band.HIGH}. */
    public String ofConstant(String kind, Enum<?> constant) {
        return of(kind + "." + constant.name());
    }

    /** A word of ours for a stored code, or the code itself when it is not one of ours. */
    public String ofCode(String kind, String code) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale());
        String key = kind + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code;
    }

    /** The first of these texts, or the other where the bundle has no such. */
    String ofEither(String key, String otherwise) {
        return of(ResourceBundle.getBundle(BUNDLE, locale()).containsKey(key) ? key : otherwise);
    }

    /** A probability in per cent; never rounded to none or all. */
    public String percent(double probability) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        if (probability > 0 && probability < SMALLEST_SHOWN) {
            return "< " + format.format(SMALLEST_SHOWN);
        }
        return probability < 1 && probability > 1 - SMALLEST_SHOWN
                ? "> " + format.format(1 - SMALLEST_SHOWN)
                : format.format(probability);
    }

    /** A share in per cent with one decimal. */
    public String share(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    public String number(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }

    // Not the view's: while a page is opened that has the browser's language still.
    private Locale locale() {
        return language.getLocale();
    }
}
