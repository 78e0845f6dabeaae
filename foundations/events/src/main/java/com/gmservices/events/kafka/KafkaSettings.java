package com.gmservices.events.kafka;

import com.gmservices.database.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Where Kafka is: {@code GM_KAFKA_BROKERS}, {@code GM_KAFKA_TOPIC}, and in the file {@code GM_KAFKA_CONFIG} whatever
 * else its producer needs, such as passwords and certificates.
 */
@Component
@ConditionalOnProperty("gm.kafka.brokers")
class KafkaSettings {

    private final String brokers;
    private final String topic;
    private final @Nullable Path config;

    KafkaSettings(
            @Value("${gm.kafka.brokers}") String brokers,
            @Value("${gm.kafka.topic:gm.events}") String topic,
            @Value("${gm.kafka.config:#{null}}") @Nullable Path config) {
        this.brokers = brokers;
        this.topic = topic;
        this.config = config;
    }

    String topic() {
        return topic;
    }

    /** Patient enough for a broker that restarts; who waits longer begins again, with growing pauses. */
    Producer<String, byte[]> producer() {
        var properties = new Properties();
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000");
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "15000");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "gm-services");
        readConfig(properties);
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private void readConfig(Properties properties) {
        if (config == null) {
            return;
        }
        try (var reader = Files.newBufferedReader(config)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new CannotStart("GM_KAFKA_CONFIG names %s, which cannot be read".formatted(config), e);
        }
    }
}
