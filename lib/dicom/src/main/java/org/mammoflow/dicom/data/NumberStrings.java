package org.mammoflow.dicom.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers as text: IS and DS (PS3.5 6.2). */
final class NumberStrings {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final int DECIMAL_LENGTH = 16;

    private NumberStrings() {}

    /** Whole numbers, also when they are written as decimals such as 3328.0. */
    static OptionalLong integer(String text) {
        if (INTEGER.matcher(text).matches()) {
            return OptionalLong.of(Long.parseLong(text));
        }
        double decimal = decimal(text).orElse(Double.NaN);
        return decimal == Math.rint(decimal) && Math.abs(decimal) < 1L << 53
                ? OptionalLong.of((long) decimal)
                : OptionalLong.empty();
    }

    /** Finite numbers in the notation of DS, whatever their length. */
    static OptionalDouble decimal(String text) {
        if (text.length() > 64 || !DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** As DS, in at most 16 characters and with as many digits as these hold. */
    static String format(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(number + " is no decimal string");
        }
        BigDecimal exact = new BigDecimal(Double.toString(number));
        return IntStream.iterate(17, digits -> digits - 1)
                .mapToObj(digits -> exact.round(new MathContext(digits)).stripTrailingZeros())
                .flatMap(rounded -> Stream.of(rounded.toPlainString(), scientific(rounded)))
                .filter(text -> text.length() <= DECIMAL_LENGTH)
                .findFirst()
                .orElseThrow();
    }

    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String sign = number.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + fraction + "E" + (number.precision() - number.scale() - 1);
    }
}
