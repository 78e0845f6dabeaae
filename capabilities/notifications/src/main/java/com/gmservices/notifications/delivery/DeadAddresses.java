package com.gmservices.notifications.delivery;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.preference.Suppressions;
import com.gmservices.notifications.push.PushSubscriptions;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is done about an address at which nobody is: mails and texts go there no more, a browser is forgotten. */
@Component
public class DeadAddresses {

    private final Suppressions suppressions;
    private final PushSubscriptions subscriptions;

    DeadAddresses(Suppressions suppressions, PushSubscriptions subscriptions) {
        this.suppressions = suppressions;
        this.subscriptions = subscriptions;
    }

    void refused(Delivery delivery, String detail) {
        found(delivery, Suppressions.Reason.BOUNCE, detail);
    }

    /** Mails about an account are never kept from its address: they may be the only way back in. */
    public void found(Delivery delivery, Suppressions.Reason reason, String detail) {
        if (!(delivery.id() instanceof OfTenant ofTenant)) {
            return;
        }
        if (delivery.channel() == Channel.PUSH) {
            subscriptions.forget(ofTenant.tenant(), UUID.fromString(delivery.recipient()));
        } else {
            suppressions.add(ofTenant.tenant(), delivery.channel(), delivery.recipient(), reason, detail);
        }
    }
}
