package com.gmservices.requests.details;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;

/** Everything that was filled in, in words: what was asked, and what was answered. */
public record Told(String asked, String answered) {

    static List<Told> all(
            DetailsForm form, JsonNode details, Currency currency, MessageSource messages, Locale language) {
        List<Answer> answers = new ArrayList<>();
        collect(form.fields(), "", details, new Words(messages, currency, language), answers);
        return toldApart(answers);
    }

    /** @param part the group or row of the form that it stands in, empty outside of any */
    private record Answer(String part, String asked, String answered) {}

    private record Words(MessageSource messages, Currency currency, Locale language) {

        String of(String key) {
            return messages.getMessage(key, null, language);
        }

        String of(BigDecimal amount) {
            return Money.ofMajor(amount, currency).format(language);
        }
    }

    private static void collect(List<Field> fields, String part, JsonNode values, Words words, List<Answer> answers) {
        for (Field field : fields) {
            JsonNode value = values.path(field.name());
            if (value.isMissingNode() || value.isNull() || (value.isContainer() && value.isEmpty())) {
                continue;
            }
            String label = words.of(field.label());
            switch (field) {
                case Field.Input input -> answers.add(new Answer(part, label, text(input, value, words)));
                case Field.Group group -> collect(group.fields(), label, value, words, answers);
                case Field.Rows rows -> {
                    for (int row = 0; row < value.size(); row++) {
                        collect(rows.fields(), label + " " + (row + 1), value.path(row), words, answers);
                    }
                }
            }
        }
    }

    /** What was asked in several places is told with its place. */
    private static List<Told> toldApart(List<Answer> answers) {
        Map<String, Long> times = answers.stream().collect(Collectors.groupingBy(Answer::asked, Collectors.counting()));
        return answers.stream()
                .map(answer -> new Told(
                        answer.part.isEmpty() || times.getOrDefault(answer.asked, 0L) == 1
                                ? answer.asked
                                : answer.part + ": " + answer.asked,
                        answer.answered))
                .toList();
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
