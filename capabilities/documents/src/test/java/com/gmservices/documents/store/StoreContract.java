package com.gmservices.documents.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every place where files are kept does in the same way. */
abstract class StoreContract {

    @TempDir
    Path folder;

    private final String prefix = "t/" + UUID.randomUUID() + "/";

    abstract FileStore store();

    @Test
    void givesBackWhatWasPut() throws IOException {
        byte[] content = random(300_000);
        put("2026/a", content);

        try (var channel = store().open(prefix + "2026/a")) {
            assertThat(channel.size()).isEqualTo(content.length);
            assertThat(Channels.newInputStream(channel).readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void readsFromAnyPlaceOn() throws IOException {
        byte[] content = random(300_000);
        put("a", content);

        try (var channel = store().open(prefix + "a")) {
            for (int at : List.of(200_000, 17, 299_999, 0)) {
                var one = ByteBuffer.allocate(1);
                channel.position(at);
                assertThat(channel.read(one)).isEqualTo(1);
                assertThat(one.get(0)).isEqualTo(content[at]);
                assertThat(channel.position()).isEqualTo(at + 1L);
            }
            channel.position(content.length);
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void saysWhatIsNotThere() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store().open(prefix + "none"));
    }

    @Test
    void deletesTwiceAsOnce() throws IOException {
        put("a", random(10));

        store().delete(prefix + "a");
        store().delete(prefix + "a");

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store().open(prefix + "a"));
    }

    @Test
    void listsInOrderFromSomewhereOn() throws IOException {
        for (String name : List.of("2026/c", "2025/a", "2026/b")) {
            put(name, random(name.length()));
        }

        assertThat(store().list(prefix, "", 2))
                .extracting(FileStore.Kept::key)
                .containsExactly(prefix + "2025/a", prefix + "2026/b");
        assertThat(store().list(prefix, prefix + "2026/b", 5))
                .extracting(FileStore.Kept::key)
                .containsExactly(prefix + "2026/c");
        assertThat(store().list("t/" + UUID.randomUUID() + "/", "", 5)).isEmpty();
    }

    @Test
    void takesNoKeyThatLeadsElsewhere() {
        for (String key : List.of("../a", "/a", "a/../b", "t//a", "A", "a b", "")) {
            assertThatIllegalArgumentException().isThrownBy(() -> store().open(key));
            assertThatIllegalArgumentException().isThrownBy(() -> store().delete(key));
        }
    }

    void put(String name, byte[] content) throws IOException {
        store().put(prefix + name, Files.write(folder.resolve(UUID.randomUUID().toString()), content));
    }

    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
