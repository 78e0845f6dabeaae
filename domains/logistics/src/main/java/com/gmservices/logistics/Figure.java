package com.gmservices.logistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** A measured or counted figure in its one spelling: no more decimals than are kept, no zeros behind, no exponent. */
final class Figure {

    /** Beyond it nothing is measured, and writing all digits out costs memory. */
    private static final int MOST_DIGITS = 30;

    private Figure() {}

    /** One that is missing stays so: that is for {@code @NotNull} to tell. */
    static BigDecimal of(BigDecimal typed, int decimals) {
        if (typed == null || Math.abs((long) typed.scale()) > MOST_DIGITS || typed.precision() > MOST_DIGITS) {
            return typed;
        }
        BigDecimal kept = typed.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return kept.scale() < 0 ? kept.setScale(0) : kept;
    }

    static @Nullable BigDecimal optional(@Nullable BigDecimal typed, int decimals) {
        return typed == null ? null : of(typed, decimals);
    }

    static boolean isWhole(BigDecimal figure) {
        return figure.stripTrailingZeros().scale() <= 0;
    }

    /** In the reader's language. */
    static String text(BigDecimal figure) {
        var format = NumberFormat.getInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(Math.max(figure.scale(), 0));
        return format.format(figure);
    }
}
