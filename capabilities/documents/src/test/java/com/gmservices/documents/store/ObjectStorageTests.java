package com.gmservices.documents.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.gmservices.documents.store.FileStore.Announced;
import com.gmservices.documents.store.FileStore.Door;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Against s3proxy, which refuses what is not signed as S3 has it. */
class ObjectStorageTests extends StoreContract {

    private static final byte[] CONTENT = random(1000);

    @TempDir
    static Path here;

    private static S3Proxy server;

    @BeforeAll
    static void start() throws IOException {
        server = S3Proxy.start(here);
        try (S3Client client = server.bucket(S3Proxy.SECRET).client()) {
            client.createBucket(bucket -> bucket.bucket("files"));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    FileStore store() {
        return new ObjectStorage(server.bucket(S3Proxy.SECRET));
    }

    @Test
    void isTurnedAwayWithAnotherSecret() throws IOException {
        Path file = Files.write(folder.resolve("file"), CONTENT);

        assertThatIOException().isThrownBy(() -> new ObjectStorage(server.bucket("a-guess")).put("t/a", file));
    }

    @Test
    void takesWhatWasAnnouncedFromAnybodyWithTheAddress() throws Exception {
        Door door = door(Duration.ofMinutes(5));

        assertThat(door.method()).isEqualTo("PUT");
        assertThat(door.headers()).containsKeys("content-type", "content-length");
        assertThat(send(door, CONTENT).statusCode()).isEqualTo(200);
        try (var channel = store().open("incoming/a")) {
            assertThat(Channels.newInputStream(channel).readAllBytes()).isEqualTo(CONTENT);
        }
    }

    @Test
    void takesNothingOfAnotherSizeOrType() throws Exception {
        Door door = door(Duration.ofMinutes(5));

        assertThat(send(door, random(2000)).statusCode()).isEqualTo(403);
        HttpResponse<String> asPage = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(door.address())
                                .header("Content-Type", "text/html")
                                .PUT(BodyPublishers.ofByteArray(CONTENT))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(asPage.statusCode()).isEqualTo(403);
    }

    private Door door(Duration open) throws Exception {
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(CONTENT);
        return store().door("incoming/a", new Announced(CONTENT.length, sha256, "application/pdf"), open)
                .orElseThrow();
    }

    /** The length header is the client's own business. */
    private static HttpResponse<String> send(Door door, byte[] content) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(door.address()).method(door.method(), BodyPublishers.ofByteArray(content));
        door.headers().forEach((name, value) -> {
            if (!name.equals("content-length")) {
                request.header(name, value);
            }
        });
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
