package com.gmservices.notifications;

import com.gmservices.database.Ids;
import com.gmservices.identity.AccountMail;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes identity's letters in; they go the way of all mails, but belong to no tenant. */
@Service
class AccountPost implements AccountMail {

    private final Mails mails;
    private final MailServer server;
    private final Deliveries deliveries;
    private final Clock clock;

    AccountPost(Mails mails, MailServer server, Deliveries deliveries, Clock clock) {
        this.mails = mails;
        this.server = server;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void send(Letter letter) {
        var id = new MailId.OfAccount(Ids.next());
        mails.add(
                id,
                letter.to(),
                new Words(letter.key(), letter.arguments()),
                letter.link() == null ? null : letter.link().toString(),
                server.stateOfNewMails(),
                clock.instant());
        deliveries.begin(List.of(id));
    }
}
