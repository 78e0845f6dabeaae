package com.gmservices.requests.details;

import com.gmservices.tenancy.Refusal.FieldError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a form.
 *
 * @see DetailsForm
 */
public sealed interface Field {

    /** In the spelling of JSON: {@code odometer_unit}. */
    String name();

    /** The message key of its label; {@code .help} and, for choices, {@code .<choice>} follow it. */
    String label();

    boolean required();

    /** Which template draws it. */
    default String shape() {
        return switch (this) {
            case Input input ->
                switch (input.kind) {
                    case CHOICE -> input.choices.size() > 4 ? "select" : "radio";
                    case CHOICES -> "boxes";
                    case YES_NO -> "yesno";
                    case TEXT -> input.lines > 1 ? "area" : "line";
                    case INTEGER, DECIMAL, DATE, TIME -> "line";
                };
            case Group group -> group.folded ? "fold" : "group";
            case Rows _ -> "rows";
        };
    }

    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        DATE,
        TIME,
        YES_NO,
        CHOICE,
        CHOICES
    }

    /** @param choices in JSON's spelling; empty unless there is something to choose */
    record Input(
            String name,
            String label,
            boolean required,
            Kind kind,
            List<String> choices,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String pattern,
            int lines,
            String unit,
            boolean money,
            String autocomplete,
            boolean capitals,
            boolean anew)
            implements Field {

        /** HTML's input type. */
        public String type() {
            return switch (kind) {
                case DATE -> "date";
                case TIME -> "time";
                case TEXT -> autocomplete.equals("tel") ? "tel" : "text";
                case INTEGER, DECIMAL, YES_NO, CHOICE, CHOICES -> "text";
            };
        }

        public @Nullable String inputMode() {
            return switch (kind) {
                case INTEGER -> "numeric";
                case DECIMAL -> "decimal";
                case TEXT, DATE, TIME, YES_NO, CHOICE, CHOICES -> null;
            };
        }
    }

    record Group(String name, String label, boolean required, boolean folded, List<Field> fields) implements Field {

        /** Whether something stands in it, or is wrong with it. */
        boolean isInUse(String path, Map<String, List<String>> values, List<FieldError> errors) {
            String pointer = "/" + path.replace('.', '/');
            return values.entrySet().stream()
                            .filter(value -> value.getKey().startsWith(path + "."))
                            .anyMatch(value -> value.getValue().stream().anyMatch(text -> !text.isBlank()))
                    || errors.stream().anyMatch(error -> (error.pointer() + "/").startsWith(pointer + "/"));
        }
    }

    record Rows(String name, String label, boolean required, List<Field> fields, int most) implements Field {}
}
