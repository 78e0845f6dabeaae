package com.gmservices.notifications.wording;

import java.util.List;

/** What is said, in no language yet: a message key of the module that says it, and what goes into the message. */
public record Words(String key, List<String> arguments) {

    public Words {
        arguments = List.copyOf(arguments);
    }
}
