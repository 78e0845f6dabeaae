package com.gmservices.notifications;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What is said, in no language yet: a message key of the module that says it, and what goes into the message. */
record Words(String key, List<String> arguments) {

    Words {
        arguments = List.copyOf(arguments);
    }

    String subject(MessageSource messages, Locale language) {
        return message(messages, "subject", language);
    }

    String text(MessageSource messages, Locale language) {
        return message(messages, "text", language);
    }

    /** What the button says that leads to the page. */
    String action(MessageSource messages, Locale language) {
        String usual = messages.getMessage("notifications.mail.open", null, language);
        String own = messages.getMessage(key + ".action", arguments.toArray(), usual, language);
        return own == null ? usual : own;
    }

    /** Old rows outlive a message's name: the key is then shown rather than no page at all. */
    private String message(MessageSource messages, String part, Locale language) {
        String code = key + "." + part;
        String found = messages.getMessage(code, arguments.toArray(), code, language);
        return found == null ? code : found;
    }
}
