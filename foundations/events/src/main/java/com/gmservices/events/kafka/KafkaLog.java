package com.gmservices.events.kafka;

import com.gmservices.events.Follower;
import com.gmservices.events.Happening;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log for other systems, in Kafka: one topic, keyed by what an event happened to, so that each aggregate's events
 * stay in order; headers say whose it is and what. The cursor moves when the brokers have it. What was sent may come
 * again after a failure, with the same {@code id}.
 */
@Component
@ConditionalOnProperty("gm.kafka.brokers")
class KafkaLog implements Follower, AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final KafkaSettings settings;
    private final JsonMapper json;
    private @Nullable Producer<String, byte[]> producer;

    KafkaLog(KafkaSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public boolean fromTheBeginning() {
        return true;
    }

    @Override
    public synchronized void follow(List<Happening> happenings) {
        Producer<String, byte[]> open = open();
        try {
            List<Future<RecordMetadata>> sent =
                    happenings.stream().map(this::message).map(open::send).toList();
            open.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (KafkaException | ExecutionException e) {
            // With what it still has in hand, which could overtake what has failed.
            producer = null;
            open.close(Duration.ZERO);
            throw new NotTaken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken(e);
        }
    }

    private static final class NotTaken extends RuntimeException {
        private NotTaken(Exception cause) {
            super("Kafka has not taken the events", cause);
        }
    }

    private Producer<String, byte[]> open() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            open = settings.producer();
            producer = open;
        }
        return open;
    }

    private ProducerRecord<String, byte[]> message(Happening happening) {
        byte[] value = json.writeValueAsBytes(Map.of(
                "id", happening.id(),
                "tenant", happening.tenant(),
                "type", happening.type(),
                "aggregate", happening.aggregate(),
                "revision", happening.revision(),
                "at", happening.at(),
                "payload", happening.payload()));
        List<Header> headers = List.of(
                header("id", happening.id()), header("tenant", happening.tenant()), header("type", happening.type()));
        return new ProducerRecord<>(
                settings.topic(),
                null,
                happening.at().toEpochMilli(),
                happening.aggregate().toString(),
                value,
                headers);
    }

    private static Header header(String name, Object value) {
        return new RecordHeader(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(FAREWELL);
            producer = null;
        }
    }
}
