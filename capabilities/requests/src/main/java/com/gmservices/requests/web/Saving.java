package com.gmservices.requests.web;

import com.gmservices.requests.RequestRefused;
import com.gmservices.tenancy.Refusal.FieldError;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;

/** Does what a form asks for, unless something in it is wrong: that is then told beside the field it is about. */
final class Saving {

    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private Saving() {}

    /** Bound, whatever stands in it. */
    static <T> T form(BindingResult result, Class<T> type) {
        if (!type.isInstance(result.getTarget())) {
            // A value that the page never offered: there is no form to show again.
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return type.cast(result.getTarget());
    }

    static boolean succeeds(BindingResult form, Runnable work) {
        if (form.hasErrors()) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (RequestRefused.Stale stale) {
            form.reject("catalogue.stale", String.valueOf(stale.getMessage()));
        } catch (RequestRefused.Unfit unfit) {
            unfit.errors().forEach(error -> tell(error, form));
        }
        return false;
    }

    private static void tell(FieldError error, BindingResult form) {
        String path = error.pointer().substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        String field =
                UNDERSCORE.matcher(path).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        form.rejectValue(field, "catalogue.unfit", error.detail());
    }
}
