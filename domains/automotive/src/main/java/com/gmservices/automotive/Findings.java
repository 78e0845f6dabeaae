package com.gmservices.automotive;

import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.tenancy.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a look at a wish brings up: everything at once, so that nobody mends one thing after the other. */
final class Findings {

    private final MessageSource messages;
    private final List<FieldError> unfit = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    Findings(MessageSource messages) {
        this.messages = messages;
    }

    /** @param at where in the details: {@code vehicle/vin} */
    void unfit(String at, String why, Object... arguments) {
        unfit.add(new FieldError(
                "/details/" + at,
                messages.getMessage("automotive.unfit." + why, arguments, LocaleContextHolder.getLocale())));
    }

    void remark(String what, Object... arguments) {
        remarks.add(new Remark(
                "automotive.remark." + what,
                List.of(arguments).stream().map(Object::toString).toList()));
    }

    List<Remark> remarks() {
        if (!unfit.isEmpty()) {
            throw new RequestRefused.Unfit(unfit);
        }
        return List.copyOf(remarks);
    }
}
