package com.gmservices.notifications.delivery;

import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.sms.MobileNumber;
import com.gmservices.notifications.sms.SmsBudget;
import com.gmservices.tenancy.Sites;
import org.springframework.stereotype.Component;

/** Pays for a text message, once, however often it is tried. */
@Component
class SmsPurse {

    private final SmsBudget budget;
    private final Sites sites;

    SmsPurse(SmsBudget budget, Sites sites) {
        this.budget = budget;
        this.sites = sites;
    }

    boolean pays(Delivery delivery, String text) {
        if (delivery.attempts() > 1 || !(delivery.id() instanceof OfTenant ofTenant)) {
            return true;
        }
        String home = sites.first().address().country();
        return MobileNumber.of(delivery.recipient(), home)
                .filter(number -> budget.take(ofTenant.tenant(), number, home, text))
                .isPresent();
    }
}
