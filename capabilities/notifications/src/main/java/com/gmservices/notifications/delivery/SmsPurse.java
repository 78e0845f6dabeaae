package com.gmservices.notifications.delivery;

import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.sms.MobileNumber;
import com.gmservices.notifications.sms.SmsBudget;
import com.gmservices.notifications.sms.SmsBudget.Cap;
import com.gmservices.tenancy.Sites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pays for a text message, once, however often it is tried. What is not paid for is withheld, and administrators are
 * told, in the same transaction: whoever tries it after a crash finds it paid for, or not to be sent.
 */
@Component
class SmsPurse {

    private static final Logger log = LoggerFactory.getLogger(SmsPurse.class);

    private final DeliveryRows rows;
    private final SmsBudget budget;
    private final SmsSpentNotices notices;
    private final Sites sites;

    SmsPurse(DeliveryRows rows, SmsBudget budget, SmsSpentNotices notices, Sites sites) {
        this.rows = rows;
        this.budget = budget;
        this.notices = notices;
        this.sites = sites;
    }

    /** False when it is withheld. */
    @Transactional
    public boolean pays(Delivery delivery, String text) {
        if (!(delivery.id() instanceof OfTenant ofTenant) || !rows.pay(delivery)) {
            return true;
        }
        String home = sites.first().address().country();
        MobileNumber to = MobileNumber.of(delivery.recipient(), home).orElseThrow();
        return budget.take(ofTenant.tenant(), to, home, text)
                .map(cap -> withheld(delivery, cap, to.country()))
                .orElse(true);
    }

    private boolean withheld(Delivery delivery, Cap cap, String country) {
        rows.withhold(
                delivery,
                switch (cap) {
                    case DAY -> Reason.OVER_BUDGET;
                    case COUNTRY -> Reason.OVER_COUNTRY;
                    case PLATFORM -> Reason.OVER_PLATFORM;
                });
        notices.spent(cap, country);
        log.warn(
                "text message {} to {} is withheld: over the cap of the {}",
                delivery.id().id(),
                country,
                switch (cap) {
                    case DAY -> "day";
                    case COUNTRY -> "country";
                    case PLATFORM -> "country for all businesses, GM_SMS_COUNTRIES_" + country;
                });
        return false;
    }
}
