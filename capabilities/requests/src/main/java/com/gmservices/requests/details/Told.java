package com.gmservices.requests.details;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;

/** Everything that was filled in, in words: what was asked, and what was answered. */
public record Told(String asked, String answered) {

    static List<Told> all(
            DetailsForm form, JsonNode details, Currency currency, MessageSource messages, Locale language) {
        List<Told> told = new ArrayList<>();
        collect(form.fields(), details, new Words(messages, currency, language), told);
        return told;
    }

    private record Words(MessageSource messages, Currency currency, Locale language) {

        String of(String key) {
            return messages.getMessage(key, null, language);
        }

        String of(BigDecimal amount) {
            return Money.ofMajor(amount, currency).format(language);
        }
    }

    private static void collect(List<Field> fields, JsonNode values, Words words, List<Told> told) {
        for (Field field : fields) {
            JsonNode value = values.path(field.name());
            if (value.isMissingNode() || value.isNull() || (value.isContainer() && value.isEmpty())) {
                continue;
            }
            switch (field) {
                case Field.Input input -> told.add(new Told(words.of(field.label()), text(input, value, words)));
                case Field.Group group -> collect(group.fields(), value, words, told);
                case Field.Rows rows -> value.forEach(row -> collect(rows.fields(), row, words, told));
            }
        }
    }

    private static String text(Field.Input input, JsonNode value, Words words) {
        return switch (input.kind()) {
            case CHOICE -> words.of(input.label() + "." + value.asString());
            case CHOICES ->
                value.valueStream()
                        .map(choice -> words.of(input.label() + "." + choice.asString()))
                        .collect(Collectors.joining(", "));
            case YES_NO -> words.of("requests.yesno." + value.asBoolean());
            case DECIMAL -> input.money() ? words.of(value.decimalValue()) : withUnit(input, value);
            case TEXT, INTEGER, DATE, TIME -> withUnit(input, value);
        };
    }

    private static String withUnit(Field.Input input, JsonNode value) {
        return input.unit().isEmpty() ? value.asString() : value.asString() + " " + input.unit();
    }
}
