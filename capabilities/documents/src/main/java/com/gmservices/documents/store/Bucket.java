package com.gmservices.documents.store;

import com.gmservices.database.CannotStart;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Where a bucket is and who we are there.
 *
 * @param endpoint null for Amazon's own
 * @param accessKey null for what the machine itself is allowed, as a role of EC2 or of Kubernetes
 * @param comparesContent whether the store refuses what has another SHA-256 than announced
 */
record Bucket(
        String name,
        String region,
        @Nullable URI endpoint,
        @Nullable String accessKey,
        @Nullable String secretKey,
        boolean comparesContent) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    Bucket {
        if ((accessKey == null) != (secretKey == null)) {
            throw new CannotStart("An access key of a bucket needs its secret key, and the other way round.");
        }
    }

    S3Client client() {
        var builder = S3Client.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials())
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(PATIENCE)
                        .build())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(style());
        return (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
    }

    S3Presigner presigner() {
        var builder = S3Presigner.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials())
                .serviceConfiguration(style());
        return (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
    }

    /** Others than Amazon know neither names of buckets as hosts nor bodies in signed chunks. */
    private S3Configuration style() {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(endpoint != null)
                .chunkedEncodingEnabled(endpoint == null)
                .build();
    }

    private AwsCredentialsProvider credentials() {
        return accessKey == null || secretKey == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }
}
