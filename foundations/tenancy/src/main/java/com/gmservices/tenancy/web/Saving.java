package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.TenancyRefused;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;

/** Does what a form asks for, unless something in it is wrong: that is then told beside the field it is about. */
final class Saving {

    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private Saving() {}

    static boolean succeeds(BindingResult form, Runnable work) {
        if (form.getTarget() == null) {
            // A value that the page never offered: there is no form to show again.
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (form.hasErrors()) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (TenancyRefused.NotFound missing) {
            throw missing;
        } catch (TenancyRefused refused) {
            tell(refused, form);
            return false;
        }
    }

    private static void tell(TenancyRefused refused, Errors form) {
        String message = "tenancy.refused." + refused.code();
        if (refused.errors().isEmpty()) {
            form.reject(message, String.valueOf(refused.getMessage()));
        }
        for (FieldError error : refused.errors()) {
            form.rejectValue(field(error.pointer()), message, error.detail());
        }
    }

    /** {@code /tax_rates/0/rate} is {@code taxRates[0].rate}: a form's fields are called as the API's are. */
    private static String field(String pointer) {
        String path = pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        return UNDERSCORE.matcher(path).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
