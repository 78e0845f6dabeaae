package com.gmservices.notifications;

import java.util.Locale;

/** Kept: written while there was no mail server, to be read in the mailbox. The others are for a server. */
enum MailState {
    KEPT,
    WAITING,
    SENT,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
