package com.gmservices.tenancy;

import com.gmservices.tenancy.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Gathers what does not fit, so that people mend everything at once. */
final class Faults {

    private final List<FieldError> errors = new ArrayList<>();

    void unless(boolean fits, String pointer, String detail) {
        if (!fits) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    /** @throws TenancyRefused.Unfit when something does not fit */
    void check() {
        if (!errors.isEmpty()) {
            throw new TenancyRefused.Unfit(errors);
        }
    }
}
