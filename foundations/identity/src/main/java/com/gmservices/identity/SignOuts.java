package com.gmservices.identity;

import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.identity.MailedLinks.Purpose;
import com.gmservices.identity.security.KnownDevices;
import com.gmservices.identity.security.Visits;
import com.gmservices.tenancy.Links;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an operator does when a stranger is in somebody's account: browsers, programs and links on their way end at once.
 * What the person signs in with stays, and so do their API keys, which the trail tells of by themselves.
 */
@Service
class SignOuts {

    private final Identities identities;
    private final Visits visits;
    private final RefreshTokens tokens;
    private final MailedLinks mailed;
    private final KnownDevices devices;
    private final SignInTrail trail;
    private final Links links;
    private final ObjectProvider<AccountMail> mail;

    SignOuts(
            Identities identities,
            Visits visits,
            RefreshTokens tokens,
            MailedLinks mailed,
            KnownDevices devices,
            SignInTrail trail,
            Links links,
            ObjectProvider<AccountMail> mail) {
        this.identities = identities;
        this.visits = visits;
        this.tokens = tokens;
        this.mailed = mailed;
        this.devices = devices;
        this.trail = trail;
        this.links = links;
        this.mail = mail;
    }

    record Ended(int browsers, int programs) {}

    /** @throws IdentityRefused when nobody signs in by this address */
    @Transactional
    public Ended everywhere(String email) {
        Identity person = identities.findByEmail(email).orElseThrow(IdentityRefused.UnknownAddress::new);
        var ended = new Ended(visits.endOthers(person.id(), null), tokens.endOthers(person.id(), null));
        mailed.withdraw(person.id(), Purpose.SIGN_IN);
        devices.forget(person.id());
        trail.signedOut(person.id(), "everywhere");
        var letter = new Letter(
                person.email(),
                "identity.mail.signed-out",
                List.of(person.firstName()),
                links.platform("/password/forgot"));
        mail.ifAvailable(post -> post.send(letter));
        return ended;
    }
}
