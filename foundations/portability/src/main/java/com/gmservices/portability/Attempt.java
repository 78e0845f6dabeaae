package com.gmservices.portability;

import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Refusal.Category;
import com.gmservices.tenancy.Refusal.FieldError;
import org.springframework.validation.Errors;

/** Does what a form asks for, or shows beside its fields why not. */
final class Attempt {

    private Attempt() {}

    static boolean succeeds(Errors form, Runnable work) {
        try {
            work.run();
            return true;
        } catch (PortabilityRefused refusal) {
            if (refusal.category() == Category.MISSING || refusal.category() == Category.FORBIDDEN) {
                throw refusal;
            }
            show(refusal, form);
            return false;
        }
    }

    private static void show(Refusal refusal, Errors form) {
        if (refusal.errors().isEmpty()) {
            form.reject("portability.refused", String.valueOf(refusal.getMessage()));
        }
        for (FieldError error : refusal.errors()) {
            form.rejectValue(error.pointer().substring(1), "portability.refused." + refusal.code(), error.detail());
        }
    }
}
