package com.gmservices.vault;

import com.gmservices.database.CannotStart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** Says at start, in one line, that the master key is lost or wrong. */
final class StartCheck {

    private static final byte[] TRIAL = "start".getBytes(StandardCharsets.US_ASCII);

    private StartCheck() {}

    static MasterKeys opens(List<DataKeys.Row> samples, MasterKeys keys, String which) {
        for (DataKeys.Row row : samples) {
            MasterKey master = keys.find(row.masterId())
                    .orElseThrow(() -> new CannotStart(
                            "The master key is not the one that this database was sealed with (%s; here: %s): start with %s."
                                    .formatted(row.masterId(), which, "the right one, or put it behind this one")));
            try {
                KeyRing.unwrapped(row, master);
            } catch (MasterKeyAway away) {
                throw new CannotStart(away.reason(), away);
            } catch (GeneralSecurityException e) {
                throw new CannotStart(
                        "A data key of this database is damaged: the master key %s does not open that of %s."
                                .formatted(master.id(), row.owner()),
                        e);
            }
        }
        return wrapping(keys);
    }

    /** A key that may open and not seal would be noticed by the first business that signs up. */
    private static MasterKeys wrapping(MasterKeys keys) {
        try {
            keys.current().aead().encrypt(new byte[1], TRIAL);
            return keys;
        } catch (MasterKeyAway away) {
            throw new CannotStart(away.reason(), away);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing can be wrapped", e);
        }
    }

    static void nothingIsSealed(List<DataKeys.Row> samples, Path file) {
        if (!samples.isEmpty()) {
            throw new CannotStart(
                    "The master key file %s is gone, and what is sealed in this database does not open without it: put your copy back, or name the key in GM_MASTER_KEY."
                            .formatted(file));
        }
    }
}
