package com.gmservices.documents.store;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Amazon S3, and what speaks its language: Google Cloud Storage (its XML interface with HMAC keys), MinIO and others. The
 * client is made when it is first needed: it takes a second and some megabytes that a start can do without.
 */
final class ObjectStorage implements FileStore {

    private final Bucket bucket;
    private final Supplier<S3Client> client;
    private final Supplier<S3Presigner> presigner;

    ObjectStorage(Bucket bucket) {
        this.bucket = bucket;
        this.client = SingletonSupplier.of(bucket::client);
        this.presigner = SingletonSupplier.of(bucket::presigner);
    }

    @Override
    public void put(String key, Path file) throws IOException {
        String name = Keys.checked(key);
        try {
            client.get()
                    .putObject(
                            PutObjectRequest.builder()
                                    .bucket(bucket.name())
                                    .key(name)
                                    .contentType("application/octet-stream")
                                    .build(),
                            RequestBody.fromFile(file));
        } catch (SdkException e) {
            throw new IOException("%s could not be stored".formatted(name), e);
        }
    }

    @Override
    public SeekableByteChannel open(String key) throws IOException {
        String name = Keys.checked(key);
        return new ObjectChannel(from -> {
            try {
                return client.get()
                        .getObject(GetObjectRequest.builder()
                                .bucket(bucket.name())
                                .key(name)
                                .range(from == 0 ? null : "bytes=" + from + "-")
                                .build());
            } catch (NoSuchKeyException e) {
                throw new NoSuchFileException(name);
            } catch (SdkException e) {
                throw new IOException("%s could not be read".formatted(name), e);
            }
        });
    }

    @Override
    public void delete(String key) throws IOException {
        String name = Keys.checked(key);
        try {
            client.get().deleteObject(wish -> wish.bucket(bucket.name()).key(name));
        } catch (NoSuchKeyException _) {
            // Gone already; S3 itself does not say so, others do.
        } catch (SdkException e) {
            throw new IOException("%s could not be deleted".formatted(name), e);
        }
    }

    @Override
    public List<Kept> list(String prefix, String after, int limit) throws IOException {
        String folder = Keys.checked(prefix);
        try {
            return client
                    .get()
                    .listObjectsV2(wish -> wish.bucket(bucket.name())
                            .prefix(folder)
                            .startAfter(after.isEmpty() ? null : after)
                            .maxKeys(Math.min(limit, 1000)))
                    .contents()
                    .stream()
                    .map(found -> new Kept(found.key(), found.size(), found.lastModified()))
                    .toList();
        } catch (SdkException e) {
            throw new IOException("%s could not be listed".formatted(folder), e);
        }
    }

    /** The address is good for a file of exactly this size and type, and, where the store compares it, this content. */
    @Override
    public Optional<Door> door(String key, Announced file, Duration open) {
        var wish = PutObjectRequest.builder()
                .bucket(bucket.name())
                .key(Keys.checked(key))
                .contentLength(file.size())
                .contentType(file.mediaType());
        if (bucket.comparesContent()) {
            wish.checksumSHA256(Base64.getEncoder().encodeToString(file.sha256()));
        }
        var signed = presigner
                .get()
                .presignPutObject(presign -> presign.signatureDuration(open).putObjectRequest(wish.build()));
        var headers = new HashMap<String, String>();
        signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("host");
        return Optional.of(new Door(URI.create(signed.url().toString()), "PUT", headers));
    }
}
