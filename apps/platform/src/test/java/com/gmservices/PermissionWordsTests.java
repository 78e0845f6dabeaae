package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.PermissionLine;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.MessageSource;

/** What roles may do is told in words, in the bundle of the module that asks for the permission. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PermissionWordsTests {

    @Autowired
    Collection<Grants> grants;

    @Autowired
    MessageSource messages;

    @Test
    void everyPermissionHasWords() {
        Set<String> permissions = Grants.merged(grants).byRole().values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        List<String> speechless = Stream.concat(
                        permissions.stream().map(permission -> new PermissionLine(permission).key()),
                        PermissionLine.grouped(permissions).keySet().stream()
                                .map(subject -> "permission.about." + subject))
                .filter(key -> key.equals(messages.getMessage(key, null, key, Locale.ENGLISH)))
                .toList();

        assertThat(speechless).isEmpty();
    }
}
