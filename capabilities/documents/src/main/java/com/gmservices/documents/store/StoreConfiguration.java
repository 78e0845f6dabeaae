package com.gmservices.documents.store;

import com.gmservices.database.CannotStart;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** {@code GM_DOCUMENTS_STORE} says where files are kept: {@code local}, {@code s3} or {@code gcs}. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final URI GOOGLE = URI.create("https://storage.googleapis.com");

    @Bean
    FileStore fileStore(
            @Value("${gm.documents.store:local}") String kind,
            @Value("${gm.data:data}") Path data,
            Environment settings) {
        return switch (kind) {
            case "local" ->
                new LocalFiles(data.toAbsolutePath().resolve("documents").resolve("store"));
            case "s3" ->
                new ObjectStorage(bucket(
                        settings, "gm.s3", "us-east-1", settings.getProperty("gm.s3.endpoint", URI.class), true));
            case "gcs" ->
                new ObjectStorage(bucket(
                        settings, "gm.gcs", "auto", settings.getProperty("gm.gcs.endpoint", URI.class, GOOGLE), false));
            default -> throw new CannotStart("GM_DOCUMENTS_STORE is local, s3 or gcs, not " + kind);
        };
    }

    private static Bucket bucket(
            Environment settings, String prefix, String region, @Nullable URI endpoint, boolean comparesContent) {
        String name = settings.getProperty(prefix + ".bucket");
        if (name == null) {
            throw new CannotStart("Files are to be kept in a bucket: name it in %s_BUCKET."
                    .formatted(prefix.replace('.', '_').toUpperCase(Locale.ROOT)));
        }
        return new Bucket(
                name,
                settings.getProperty(prefix + ".region", region),
                endpoint,
                settings.getProperty(prefix + ".access-key"),
                settings.getProperty(prefix + ".secret-key"),
                comparesContent);
    }
}
