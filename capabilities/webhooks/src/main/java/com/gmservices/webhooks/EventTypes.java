package com.gmservices.webhooks;

import com.gmservices.events.Happening;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The types of events that endpoints can have. */
@Component
class EventTypes {

    private static final Logger log = LoggerFactory.getLogger(EventTypes.class);

    /** Stands for all of them, also for those that come later. */
    static final String ALL = "*";

    private final Map<String, Type> types;
    private final Map<String, Class<? extends WebhookEvent>> classes;
    private final JsonMapper json;

    EventTypes(ObjectProvider<WebhookExamples> examples, JsonMapper json) {
        this.json = json;
        List<WebhookEvent> events = examples.orderedStream()
                .<WebhookEvent>flatMap(some -> some.events().stream())
                .toList();
        this.types = events.stream()
                .map(this::type)
                .collect(Collectors.toMap(Type::name, type -> type, (first, same) -> first, LinkedHashMap::new));
        this.classes = events.stream()
                .collect(Collectors.toMap(WebhookEvent::type, WebhookEvent::getClass, (first, same) -> first));
    }

    /** @param data of an example, as JSON */
    record Type(String name, WebhookEvent example, String data) {

        /** A message key. */
        public String words() {
            return "webhooks.type." + name;
        }
    }

    private Type type(WebhookEvent example) {
        return new Type(example.webhookType(), example, json.writeValueAsString(example.webhookData()));
    }

    Collection<Type> all() {
        return types.values();
    }

    Optional<Type> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    boolean areKnown(Set<String> names) {
        return names.stream().allMatch(name -> name.equals(ALL) || types.containsKey(name));
    }

    /** Empty for what stays inside, and for what no version of ours reads: it must not keep all others waiting. */
    Optional<Message> message(Happening happening) {
        Class<? extends WebhookEvent> type = classes.get(happening.type());
        if (type == null) {
            return Optional.empty();
        }
        try {
            WebhookEvent event = json.treeToValue(happening.payload(), type);
            return Optional.of(new Message(
                    happening.tenant(),
                    happening.id(),
                    event.webhookType(),
                    happening.aggregate(),
                    happening.at(),
                    json.writeValueAsString(event.webhookData())));
        } catch (JacksonException e) {
            log.error("The event {} cannot be read and goes to no webhook", happening.id(), e);
            return Optional.empty();
        }
    }
}
