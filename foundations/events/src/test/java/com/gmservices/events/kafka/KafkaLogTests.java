package com.gmservices.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Ids;
import com.gmservices.events.Happening;
import com.gmservices.tenancy.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The log in Kafka, at a broker in this process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaLogTests {

    private final JsonMapper json = new JsonMapper();
    private final TenantId tenant = TenantId.next();
    private KafkaClusterTestKit cluster;

    @BeforeAll
    void start() throws Exception {
        cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("num.partitions", "3")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("gm.events", 3, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void hasEachAggregatesEventsInOrder() {
        List<UUID> ships = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<Happening> happenings = IntStream.rangeClosed(1, 50)
                .boxed()
                .flatMap(revision -> ships.stream().map(ship -> docked(ship, revision)))
                .toList();

        try (var log = new KafkaLog(new KafkaSettings(cluster.bootstrapServers(), "gm.events", null), json)) {
            log.follow(happenings.subList(0, 80));
            log.follow(happenings.subList(80, 150));
        }

        List<ConsumerRecord<String, String>> records = read(150);
        for (UUID ship : ships) {
            assertThat(records.stream()
                            .filter(one -> one.key().equals(ship.toString()))
                            .map(one ->
                                    json.readTree(one.value()).path("revision").asInt()))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 50).boxed().toList());
        }
        ConsumerRecord<String, String> first = records.getFirst();
        assertThat(new String(first.headers().lastHeader("tenant").value(), StandardCharsets.UTF_8))
                .isEqualTo(tenant.toString());
        assertThat(new String(first.headers().lastHeader("type").value(), StandardCharsets.UTF_8))
                .isEqualTo("Docked");
    }

    @Test
    void doesNotMoveOnWhileNobodyTakesThem(@TempDir Path folder) throws IOException {
        Path impatient = Files.writeString(folder.resolve("kafka.properties"), "max.block.ms=300\n");
        try (var log = new KafkaLog(new KafkaSettings("localhost:1", "gm.events", impatient), json)) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> log.follow(List.of(docked(UUID.randomUUID(), 1))));
        }
    }

    private Happening docked(UUID ship, int revision) {
        return new Happening(
                tenant, Ids.next(), "Docked", ship, revision, json.valueToTree(Map.of("revision", revision)));
    }

    private List<ConsumerRecord<String, String>> read(int count) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, "test",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        var records = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("gm.events"));
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (records.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
