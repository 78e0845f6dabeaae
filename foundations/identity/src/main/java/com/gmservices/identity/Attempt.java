package com.gmservices.identity;

import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Refusal.FieldError;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.validation.Errors;

/** Does what a form asks for, or shows beside its fields why not. */
final class Attempt {

    private Attempt() {}

    static <T> Optional<T> at(Supplier<T> work, Errors form) {
        return at(work, field -> form);
    }

    /** For a page whose fields belong to more than one object. */
    static <T> Optional<T> at(Supplier<T> work, Function<String, Errors> formOf) {
        try {
            return Optional.of(work.get());
        } catch (Passwords.Busy busy) {
            formOf.apply("").reject("identity.busy");
        } catch (Guesses.TooSoon soon) {
            formOf.apply("").reject("identity.guesses", new Object[] {soon.seconds()}, null);
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            refusal.errors().forEach(error -> show(refusal.code(), error, formOf));
        }
        return Optional.empty();
    }

    private static void show(String code, FieldError error, Function<String, Errors> formOf) {
        String field = field(error.pointer());
        formOf.apply(field).rejectValue(field, "identity.refused." + code, error.detail());
    }

    /** {@code /owner/first_name} is the field {@code firstName}. */
    private static String field(String pointer) {
        String[] words = pointer.substring(pointer.lastIndexOf('/') + 1).split("_", -1);
        var field = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            field.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return field.toString();
    }
}
