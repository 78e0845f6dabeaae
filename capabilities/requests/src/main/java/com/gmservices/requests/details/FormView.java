package com.gmservices.requests.details;

import com.gmservices.tenancy.Refusal.FieldError;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form as it is shown: its fields, what has been typed so far and what is wrong with it. */
public record FormView(DetailsForm form, Currency currency, Map<String, List<String>> values, List<FieldError> errors) {

    /** What the button below a list sends, with the list's path. */
    public static final String MORE = "more";

    private static final int MORE_ROWS = 3;

    public FormView {
        values = ClosedRows.of(form.fields(), values);
    }

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

    /** Also of one of several choices, which stand together. */
    public @Nullable String error(String path) {
        var field = Pattern.compile(Pattern.quote("/" + path.replace('.', '/')) + "(/[0-9]+)?");
        return errors.stream()
                .filter(error -> field.matcher(error.pointer()).matches())
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
            if (ClosedRows.isUsed(path + "." + row + ".", values)) {
                used = row + 1;
            }
        }
        int more = chosen(MORE, path) ? MORE_ROWS : 0;
        return Math.min(Math.max(used, 1) + more, rows.most());
    }
}
