package com.gmservices.vault;

import com.gmservices.database.CannotStart;
import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * A master key that never leaves AWS KMS. Whose set of keys is wrapped goes along as the encryption context, which binds
 * it and is seen in CloudTrail. Who we are there is found as the SDK finds it: environment, pod, machine.
 */
final class AwsKms implements Aead {

    private static final Logger log = LoggerFactory.getLogger(AwsKms.class);
    private static final String SCHEME = "aws-kms://";

    /** An alias may come to mean another key, which opens nothing of what the first has wrapped. */
    private static final Pattern ADDRESS =
            Pattern.compile(SCHEME + "(arn:aws[a-z-]*:kms:([a-z0-9-]+):[0-9]{12}:key/[A-Za-z0-9-]+)");

    private static final Duration TRY = Duration.ofSeconds(2);
    private static final Duration IN_ALL = Duration.ofSeconds(5);

    private final KmsClient kms;
    private final String arn;

    private AwsKms(KmsClient kms, String arn) {
        this.kms = kms;
        this.arn = arn;
    }

    static boolean isMeantBy(String key) {
        return key.startsWith("aws-");
    }

    static MasterKey key(String address, String where) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new CannotStart(
                    "%s names no key of AWS KMS: it takes aws-kms:// and the ARN of a key, not of an alias, such as aws-kms://arn:aws:kms:eu-west-1:111122223333:key/…"
                            .formatted(where));
        }
        KmsClient kms = KmsClient.builder()
                .region(Region.of(parts.group(2)))
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder().connectionTimeout(TRY).socketTimeout(TRY))
                .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(TRY).apiCallTimeout(IN_ALL))
                .build();
        return new MasterKey(parts.group(1), new AwsKms(kms, parts.group(1)));
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] owner) throws GeneralSecurityException {
        return answer(() -> kms.encrypt(call ->
                        call.keyId(arn).plaintext(SdkBytes.fromByteArray(plain)).encryptionContext(context(owner)))
                .ciphertextBlob());
    }

    @Override
    public byte[] decrypt(byte[] wrapped, byte[] owner) throws GeneralSecurityException {
        return answer(() -> kms.decrypt(call -> call.keyId(arn)
                        .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                        .encryptionContext(context(owner)))
                .plaintext());
    }

    /** What does not open is broken for good; any other failure says nothing of it, and is to be tried again. */
    private byte[] answer(Supplier<SdkBytes> call) throws GeneralSecurityException {
        try {
            return call.get().asByteArray();
        } catch (InvalidCiphertextException | IncorrectKeyException broken) {
            throw new GeneralSecurityException("Not wrapped by " + arn, broken);
        } catch (SdkException away) {
            log.error("The master key {} cannot be used: {}", arn, away.getMessage());
            throw new MasterKeyAway(arn, away);
        }
    }

    private static Map<String, String> context(byte[] owner) {
        return Map.of("gm-owner", new String(owner, StandardCharsets.US_ASCII));
    }
}
