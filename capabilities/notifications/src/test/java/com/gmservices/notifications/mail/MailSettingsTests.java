package com.gmservices.notifications.mail;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.CannotStart;
import org.junit.jupiter.api.Test;

class MailSettingsTests {

    @Test
    void aServerWithoutASenderIsSaidInOneLine() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new MailSettings("mail.example", 587, null, null, ""))
                .withMessageContaining("GM_MAIL_FROM");
    }
}
