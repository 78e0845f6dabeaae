package com.gmservices.payments;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.Means;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts an attempt into the words in which its gateway is asked about it, every time the same. */
@Component
@Transactional(readOnly = true)
class Charges {

    private final Gateways gateways;
    private final Members members;
    private final SavedMethods methods;
    private final Tenants tenants;
    private final Links links;

    Charges(Gateways gateways, Members members, SavedMethods methods, Tenants tenants, Links links) {
        this.gateways = gateways;
        this.members = members;
        this.methods = methods;
        this.tenants = tenants;
        this.links = links;
    }

    Charge of(Payment payment, Attempt attempt) {
        return new Charge(
                attempt.id().value(),
                attempt.reference(),
                payment.amount(),
                attempt.method(),
                means(attempt.with().saved()),
                payment.capture() == CaptureMethod.MANUAL,
                attempt.with().keep(),
                payer(payment, attempt),
                payment.reference(),
                links.tenant(tenants.current(), comeBack(payment)));
    }

    private static String comeBack(Payment payment) {
        return payment.link() == null
                ? "/payments/%s/outcome".formatted(payment.id())
                : PaymentLink.path(payment.link());
    }

    /** Null for one that was removed since: a charge that was made with it can still be looked up. */
    private @Nullable Means means(@Nullable UUID saved) {
        return saved == null
                ? null
                : methods.find(saved).map(SavedMethod::means).orElse(null);
    }

    private Charge.Payer payer(Payment payment, Attempt attempt) {
        Optional<Member> payer =
                gateways.of(attempt.gateway()).isToldWhoPays() ? members.find(payment.payer()) : Optional.empty();
        return payer.map(member -> new Charge.Payer(member.id().value(), member.name(), member.email()))
                .orElseGet(() -> new Charge.Payer(payment.payer().value(), payment.reference(), null));
    }
}
