package com.gmservices.notifications.delivery;

import com.gmservices.notifications.carrier.Carriers;
import com.gmservices.notifications.carrier.Carriers.Answer;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.mail.MailMessage;
import com.gmservices.notifications.push.PushMessage;
import com.gmservices.notifications.push.PushSubscriptions;
import com.gmservices.notifications.push.PushSubscriptions.Subscription;
import com.gmservices.notifications.sms.TextMessage;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands a delivery that has been written out to the carriers of its channel, in the form that they take. */
@Component
class Dispatch {

    private final Couriers couriers;
    private final PushSubscriptions subscriptions;
    private final Links links;
    private final JsonMapper json;

    Dispatch(Couriers couriers, PushSubscriptions subscriptions, Links links, JsonMapper json) {
        this.couriers = couriers;
        this.subscriptions = subscriptions;
        this.links = links;
        this.json = json;
    }

    Answer carry(Delivery delivery, Letter letter, Consumer<String> begins) {
        return switch (delivery.channel()) {
            case MAIL -> carry(couriers.mail(), mail(delivery, letter), delivery, begins);
            case SMS -> carry(couriers.sms(), text(delivery, letter), delivery, begins);
            case PUSH ->
                push(delivery, letter)
                        .map(message -> carry(couriers.push(), message, delivery, begins))
                        .orElseGet(() -> new Answer(null, new Refused("The browser has gone", false)));
            case PAGE -> throw new IllegalArgumentException("What stands on a page is not carried");
        };
    }

    private static <M> Answer carry(Carriers<M> carriers, M message, Delivery delivery, Consumer<String> begins) {
        return delivery.isUncertain() && delivery.carrier() != null
                ? carriers.goOn(message, delivery.carrier())
                : carriers.carry(message, begins);
    }

    private static MailMessage mail(Delivery delivery, Letter letter) {
        return new MailMessage(
                delivery.id().id(),
                tenant(delivery),
                delivery.recipient(),
                letter.sender(),
                letter.subject(),
                letter.text(),
                letter.html(),
                delivery.createdAt(),
                letter.unsubscribe());
    }

    private TextMessage text(Delivery delivery, Letter letter) {
        UUID tenant = Objects.requireNonNull(tenant(delivery));
        return new TextMessage(
                delivery.id().id(),
                delivery.recipient(),
                letter.text(),
                delivery.createdAt(),
                links.platform("/api/v1/webhooks/in/twilio?mark=%s/%s"
                        .formatted(tenant, delivery.id().id())));
    }

    private Optional<PushMessage> push(Delivery delivery, Letter letter) {
        return subscription(delivery)
                .map(it -> new PushMessage(
                        Objects.requireNonNullElse(
                                delivery.notice(), delivery.id().id()),
                        it.endpoint(),
                        it.key(),
                        it.secret(),
                        json.writeValueAsString(content(delivery, letter))));
    }

    private Optional<Subscription> subscription(Delivery delivery) {
        return subscriptions.find(
                new TenantId(Objects.requireNonNull(tenant(delivery))), UUID.fromString(delivery.recipient()));
    }

    /** A service worker shows it; what is too long for a notification the system cuts off. */
    private static Map<String, String> content(Delivery delivery, Letter letter) {
        var content = new LinkedHashMap<String, String>();
        content.put("title", letter.subject());
        content.put(
                "body", letter.text().substring(0, Math.min(1000, letter.text().length())));
        content.put("sender", letter.sender());
        content.put("url", Objects.requireNonNullElse(letter.link(), ""));
        content.put("tag", String.valueOf(delivery.notice()));
        return content;
    }

    private static @Nullable UUID tenant(Delivery delivery) {
        return switch (delivery.id()) {
            case OfTenant(TenantId tenant, UUID _) -> tenant.value();
            case OfAccount _ -> null;
        };
    }
}
