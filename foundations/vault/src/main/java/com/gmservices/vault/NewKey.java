package com.gmservices.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever has started the platform for the first time of the file without which their backups are worth nothing. */
@Component
class NewKey {

    private volatile @Nullable Path file;

    void wasMade(Path at) {
        file = at;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say() {
        if (file != null) {
            System.out.printf(
                    "A master key was made: %s%nCopy it to a safe place: without it nobody reads what is sealed, you neither.%n%n",
                    file);
        }
    }
}
