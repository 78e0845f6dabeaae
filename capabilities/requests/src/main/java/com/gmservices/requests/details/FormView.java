package com.gmservices.requests.details;

import com.gmservices.tenancy.Refusal.FieldError;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as it is shown: its fields, what has been typed so far and what is wrong with it. */
public record FormView(DetailsForm form, Currency currency, Map<String, List<String>> values, List<FieldError> errors) {

    /** What the button below a list sends, with the list's path. */
    public static final String MORE = "more";

    private static final int MORE_ROWS = 3;

    public List<Field> fields() {
        return form.fields();
    }

    /** What stands behind a field; empty for nothing. */
    public String unit(Field.Input field) {
        return field.money() ? currency.getCurrencyCode() : field.unit();
    }

    /** @param path {@code details.vehicle.vin} */
    public String value(String path) {
        List<String> given = values.getOrDefault(path, List.of());
        return given.isEmpty() ? "" : given.getFirst();
    }

    public boolean chosen(String path, String choice) {
        return values.getOrDefault(path, List.of()).contains(choice);
    }

    public @Nullable String error(String path) {
        String pointer = "/" + path.replace('.', '/');
        return errors.stream()
                .filter(error -> error.pointer().equals(pointer))
                .map(FieldError::detail)
                .findFirst()
                .orElse(null);
    }

    /** Whether a folded group is shown unfolded. */
    public boolean unfolds(Field.Group group, String path) {
        return group.isInUse(path, values, errors);
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** How many rows to show: those with something in them, one at least, and more for the list that asked for more. */
    public int rows(Field.Rows rows, String path) {
        int used = 0;
        for (int row = 0; row < rows.most(); row++) {
            String prefix = path + "." + row + ".";
            if (values.entrySet().stream()
                    .anyMatch(value -> value.getKey().startsWith(prefix)
                            && value.getValue().stream().anyMatch(text -> !text.isBlank()))) {
                used = row + 1;
            }
        }
        int more = chosen(MORE, path) ? MORE_ROWS : 0;
        return Math.min(Math.max(used, 1) + more, rows.most());
    }
}
