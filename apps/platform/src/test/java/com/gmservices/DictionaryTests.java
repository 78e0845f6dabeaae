package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.notifications.NoticeKind;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.MessageSource;

/** What people are told by mail, on their page and by text message is told in both languages. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"gm.env=development", "gm.demo=false", "management.server.port=0"})
class DictionaryTests {

    @Autowired
    List<NoticeKind> kinds;

    @Autowired
    MessageSource messages;

    @Test
    void everyNoticeIsInFrenchToo() {
        List<String> keys = kinds.stream()
                .flatMap(kind -> Stream.concat(
                        Stream.of("notice-kind." + kind.code()),
                        kind.texts().stream()
                                .flatMap(text -> Stream.of(text.key() + ".subject", text.key() + ".text"))))
                .toList();

        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(keys.stream().filter(this::isTheSameInBoth)).isEmpty();
    }

    @Test
    void everyMailAboutAnAccountIsInFrenchToo() {
        ResourceBundle ours = ResourceBundle.getBundle(
                "messages/identity", Locale.ROOT, Control.getControl(Control.FORMAT_PROPERTIES));
        List<String> mailed = ours.keySet().stream()
                .filter(key -> key.startsWith("identity.mail."))
                .toList();

        assertThat(mailed).hasSizeGreaterThan(20);
        assertThat(mailed.stream().filter(this::isTheSameInBoth)).isEmpty();
    }

    private boolean isTheSameInBoth(String key) {
        String english = messages.getMessage(key, new Object[] {"a", "b", "c"}, Locale.ENGLISH);
        return english.equals(messages.getMessage(key, new Object[] {"a", "b", "c"}, Locale.FRENCH));
    }
}
