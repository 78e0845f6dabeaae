package com.gmservices.vault;

import com.gmservices.database.CannotStart;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** Says at start, in one line, that the master key is lost or wrong. */
final class StartCheck {

    private StartCheck() {}

    static MasterKeys opens(List<DataKeys.Row> samples, MasterKeys keys, String which) {
        for (DataKeys.Row row : samples) {
            MasterKey master = keys.find(row.masterId())
                    .orElseThrow(() -> new CannotStart(
                            "The master key is not the one that this database was sealed with (%s; here: %s): start with %s."
                                    .formatted(row.masterId(), which, "the right one, or put it behind this one")));
            try {
                KeyRing.unwrapped(row, master);
            } catch (GeneralSecurityException e) {
                throw new CannotStart(
                        "A data key of this database is damaged: the master key %s does not open that of %s."
                                .formatted(master.id(), row.owner()),
                        e);
            }
        }
        return keys;
    }

    static void nothingIsSealed(List<DataKeys.Row> samples, Path file) {
        if (!samples.isEmpty()) {
            throw new CannotStart(
                    "The master key file %s is gone, and what is sealed in this database does not open without it: put your copy back, or name the key in GM_MASTER_KEY."
                            .formatted(file));
        }
    }
}
