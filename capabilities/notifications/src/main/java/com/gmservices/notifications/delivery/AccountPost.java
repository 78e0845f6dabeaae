package com.gmservices.notifications.delivery;

import com.gmservices.database.Ids;
import com.gmservices.identity.AccountMail;
import com.gmservices.identity.Accounts;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.delivery.Deliveries.Due;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.preference.Languages;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.wording.Words;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Takes identity's letters in; they go the way of all mails, but belong to no tenant. Nobody chooses about them: they
 * keep no quiet hours and wait for no digest.
 */
@Service
class AccountPost implements AccountMail {

    private final DeliveryRows rows;
    private final Couriers couriers;
    private final Deliveries deliveries;
    private final Accounts accounts;
    private final Readers readers;
    private final Clock clock;

    AccountPost(
            DeliveryRows rows,
            Couriers couriers,
            Deliveries deliveries,
            Accounts accounts,
            Readers readers,
            Clock clock) {
        this.rows = rows;
        this.couriers = couriers;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void send(Letter letter) {
        var id = new OfAccount(Ids.next());
        Instant now = clock.instant();
        rows.add(
                id,
                letter.to(),
                new Words(letter.key(), letter.arguments()),
                letter.link() == null ? null : letter.link().toString(),
                language(letter.to()),
                couriers.stateOfNew(Channel.MAIL),
                now);
        if (couriers.areThereFor(Channel.MAIL)) {
            deliveries.begin(List.of(new Due(id, now)));
        }
    }

    /** As they have chosen; who is new, as their browser says in this very call; else as the business speaks. */
    private Locale language(String address) {
        return accounts.ownerOf(address)
                .map(owner -> readers.chosen(owner).or(AccountPost::ofTheCall))
                .orElseGet(Optional::empty)
                .or(() ->
                        CurrentTenant.find().map(tenant -> readers.house(tenant).language()))
                .orElse(Languages.DEFAULT);
    }

    private static Optional<Locale> ofTheCall() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
                ? Languages.accepted(call.getRequest().getHeader("Accept-Language"))
                : Optional.empty();
    }
}
