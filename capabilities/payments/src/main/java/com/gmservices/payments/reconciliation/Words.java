package com.gmservices.payments.reconciliation;

import com.gmservices.money.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what differs, and proposes what to do. */
@Component
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    public String finding(Difference difference, Locale locale) {
        return say("reconciliation.difference." + difference.kind().code(), difference, locale);
    }

    public String proposal(Difference difference, Locale locale) {
        return say("reconciliation.proposal." + difference.kind().code(), difference, locale);
    }

    public String gateway(String name, Locale locale) {
        return say("payments.gateway." + name, name, locale);
    }

    private String say(String key, Difference difference, Locale locale) {
        Object[] facts = {
            gateway(difference.gateway(), locale),
            format(difference.theirs(), locale),
            format(difference.ours(), locale)
        };
        return messages.getMessage(key, facts, locale);
    }

    private String say(String key, String otherwise, Locale locale) {
        String words = messages.getMessage(key, null, otherwise, locale);
        return words == null ? otherwise : words;
    }

    private static String format(@Nullable Money money, Locale locale) {
        return money == null ? "–" : money.format(locale);
    }
}
