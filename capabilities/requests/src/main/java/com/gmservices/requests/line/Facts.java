package com.gmservices.requests.line;

import com.gmservices.requests.ServiceLine.Fact;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The facts of one card, in the reader's language. Only what was told becomes a fact. A fact's label is
 * {@code <domain>.fact.<label>}; the words of a choice are those of the form: {@code details.<type>.<component>.<choice>}.
 */
public final class Facts {

    private final String domain;
    private final String type;
    private final MessageSource messages;
    private final Locale locale = LocaleContextHolder.getLocale();
    private final List<Fact> list = new ArrayList<>();

    public Facts(String domain, String type, MessageSource messages) {
        this.domain = domain;
        this.type = type;
        this.messages = messages;
    }

    public void text(String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            list.add(new Fact(domain + ".fact." + label, value));
        }
    }

    public void date(String label, @Nullable LocalDate day) {
        text(
                label,
                day == null
                        ? null
                        : day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(locale)));
    }

    /** The words of a choice are those that the customer chose from. */
    public void choice(String component, @Nullable Enum<?> choice) {
        choice(component, choice, null);
    }

    public void choice(String component, @Nullable Enum<?> choice, @Nullable String more) {
        String words = choice == null ? null : words(component, choice);
        text(component, Stream.of(words, more).filter(Objects::nonNull).collect(Collectors.joining(": ")));
    }

    /** A text with a choice in brackets behind it. */
    public String with(String text, String component, @Nullable Enum<?> choice) {
        return choice == null ? text : "%s (%s)".formatted(text, words(component, choice));
    }

    public void choices(String component, List<? extends Enum<?>> choices) {
        text(component, choices.stream().map(choice -> words(component, choice)).collect(Collectors.joining(", ")));
    }

    public List<Fact> list() {
        return List.copyOf(list);
    }

    private String words(String component, Enum<?> choice) {
        String key = "details.%s.%s.%s".formatted(type, component, choice.name().toLowerCase(Locale.ROOT));
        return messages.getMessage(key, null, locale);
    }
}
