package com.gmservices.vault;

import java.util.List;
import java.util.Optional;

/** The first wraps; the others unwrap what they once wrapped, until it is wrapped anew. */
@FunctionalInterface
interface MasterKeys {

    List<MasterKey> all();

    default MasterKey current() {
        return all().getFirst();
    }

    default Optional<MasterKey> find(String id) {
        return all().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** One key, or several with the newest first, apart by white space or commas. */
    static List<MasterKey> read(String text, String where) {
        List<MasterKey> keys = text.strip()
                .lines()
                .flatMap(line -> List.of(line.split("[\\s,]+")).stream())
                .filter(key -> !key.isEmpty())
                .map(key -> MasterKey.of(key, where))
                .toList();
        return keys.isEmpty() ? List.of(MasterKey.of("", where)) : keys;
    }
}
