package com.gmservices.requests.line;

import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.tenancy.Refusal.FieldError;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What a look at a wish brings up: everything at once, so that nobody mends one thing after the other. In words of the
 * bundle: {@code <domain>.unfit.<why>} and {@code <domain>.remark.<what>}.
 */
public final class Findings {

    private final String domain;
    private final MessageSource messages;
    private final List<FieldError> unfit = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    public Findings(String domain, MessageSource messages) {
        this.domain = domain;
        this.messages = messages;
    }

    /** @param at where in the details: {@code vehicle/vin} */
    public void unfit(String at, String why, Object... arguments) {
        unfit.add(new FieldError(
                "/details/" + at,
                messages.getMessage(domain + ".unfit." + why, arguments, LocaleContextHolder.getLocale())));
    }

    public void require(@Nullable Object answer, String at, String why) {
        if (answer == null) {
            unfit(at, why);
        }
    }

    /** Told as {@code <domain>.unfit.past} with today as its argument. */
    public void notPast(String at, @Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isBefore(today)) {
            unfit(at, "past", day(today));
        }
    }

    public void remark(String what, Object... arguments) {
        remarks.add(new Remark(
                domain + ".remark." + what,
                List.of(arguments).stream().map(Object::toString).toList()));
    }

    public List<Remark> remarks() {
        if (!unfit.isEmpty()) {
            throw new RequestRefused.Unfit(unfit);
        }
        return List.copyOf(remarks);
    }

    /** A day in full, in the reader's language. */
    public static String day(LocalDate day) {
        return day.format(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(LocaleContextHolder.getLocale()));
    }
}
