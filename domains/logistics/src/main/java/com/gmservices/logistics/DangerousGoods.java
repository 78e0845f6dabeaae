package com.gmservices.logistics;

import com.gmservices.logistics.PackageDelivery.Hazard;
import com.gmservices.requests.line.Findings;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What does not travel with parcels: ticked by an honest sender, or named by one who never thought of it. */
@Component
class DangerousGoods {

    private final MessageSource messages;

    DangerousGoods(MessageSource messages) {
        this.messages = messages;
    }

    void look(PackageDelivery delivery, Findings findings) {
        if (!delivery.dangerousContents().isEmpty()) {
            findings.unfit(
                    "dangerous_contents",
                    "dangerous",
                    delivery.dangerousContents().stream().map(this::words).collect(Collectors.joining("; ")));
        }
        Pattern names = names();
        for (int i = 0; i < delivery.parcels().size(); i++) {
            String at = "parcels/%d/contents".formatted(i);
            named(delivery.parcels().get(i).contents(), names)
                    .ifPresent(name -> findings.unfit(at, "dangerous-name", name));
        }
    }

    private static Optional<String> named(String contents, Pattern names) {
        var found = names.matcher(contents);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** The bundle has them, comma between them, because each language has its own. */
    private Pattern names() {
        String names = Stream.of(text("logistics.dangerous.names").split(",", -1))
                .map(name -> Pattern.quote(name.strip()))
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?<!\\p{L})(%s)s?(?!\\p{L})".formatted(names), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private String words(Hazard hazard) {
        return text(
                "details.package_delivery.dangerous_contents." + hazard.name().toLowerCase(Locale.ROOT));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
