package com.gmservices.documents;

import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.BrokenSeal;
import com.gmservices.vault.SealedColumn;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/**
 * Each file is encrypted under a key of its own, which the vault seals under the business's: when the vault renews its
 * keys, that is sealed anew and no file is written again. Files are cut into segments of 64 KiB, each authentic by itself
 * and in its place (Tink's AES256-GCM-HKDF streaming), so that a part is read without what lies before it, and a hundred
 * downloads at once hold a few megabytes. A file that is put under another key of the store does not open.
 */
@Component
class FileKeys {

    private static final int KEY = 32;
    private static final int SEGMENT = 64 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealedColumn column;

    FileKeys(SealedColumn documentKeys) {
        this.column = documentKeys;
    }

    /** @param sealed as it is kept beside the file */
    record FileKey(byte[] sealed, AesGcmHkdfStreaming cipher) {

        void encrypt(Path plain, Path target, String storedKey) throws IOException {
            try (OutputStream out = cipher.newEncryptingStream(Files.newOutputStream(target), label(storedKey))) {
                Files.copy(plain, out);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Nothing can be encrypted", e);
            }
        }

        SeekableByteChannel decrypt(SeekableByteChannel encrypted, String storedKey) throws IOException {
            try {
                return cipher.newSeekableDecryptingChannel(encrypted, label(storedKey));
            } catch (GeneralSecurityException e) {
                throw new IOException("A file does not open", e);
            }
        }

        private static byte[] label(String storedKey) {
            return storedKey.getBytes(StandardCharsets.US_ASCII);
        }
    }

    FileKey fresh(TenantId tenant, DocumentId document) {
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        return new FileKey(column.seal(tenant, document.value(), key), cipher(key));
    }

    /** @throws BrokenSeal when the business's keys are destroyed */
    FileKey of(TenantId tenant, DocumentId document, byte[] sealed) {
        return new FileKey(sealed, cipher(column.open(tenant, document.value(), sealed)));
    }

    private static AesGcmHkdfStreaming cipher(byte[] key) {
        try {
            return new AesGcmHkdfStreaming(key, "HmacSha256", KEY, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This machine cannot encrypt", e);
        }
    }
}
