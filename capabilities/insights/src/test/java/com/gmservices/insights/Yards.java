package com.gmservices.insights;

import com.gmservices.database.Ids;
import com.gmservices.money.Money;
import com.gmservices.payments.PaymentEvent;
import com.gmservices.payments.PaymentEvent.PaymentRefunded;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.payments.PaymentId;
import com.gmservices.requests.Move;
import com.gmservices.requests.RequestEvent.FirstAnswer;
import com.gmservices.requests.RequestEvent.RequestCreated;
import com.gmservices.requests.RequestEvent.RequestMoved;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestStatus;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantEvent;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Yards, each in a tenant that no other test knows, and what happens there. */
@Component
class Yards {

    private final Tenants tenants;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    Yards(Tenants tenants, Members members, ApplicationEventPublisher events, TransactionTemplate transactions) {
        this.tenants = tenants;
        this.members = members;
        this.events = events;
        this.transactions = transactions;
    }

    Yard open(String zone) {
        TenantId id = TenantId.next();
        var wish = new NewTenant(
                "yard-" + Ids.next().toString().substring(24),
                "Apapa Boats",
                ZoneId.of(zone),
                Currency.getInstance("NGN"),
                Set.of(Domain.LOGISTICS));
        return CurrentTenant.call(id, () -> {
            Tenant tenant = tenants.found(id, wish);
            var ada = new Member(
                    id, MemberId.next(), null, "Ada Obi", null, null, Set.of(Role.ADMIN), true, true, 1, Instant.EPOCH);
            return new Yard(tenant, members.toCurrent(ada));
        });
    }

    /** One of Ada's, where things happen at the times that are said. */
    final class Yard {

        final Tenant tenant;
        final CurrentMember ada;

        private Yard(Tenant tenant, CurrentMember ada) {
            this.tenant = tenant;
            this.ada = ada;
        }

        void inside(Runnable work) {
            CurrentTenant.run(tenant.id(), work);
        }

        RequestId asked(String type, String at) {
            RequestId request = RequestId.next();
            happens(new RequestCreated(tenant.id(), request, 1, "SR", ada.id(), type, false, Instant.parse(at)));
            return request;
        }

        void moved(Move move, RequestStatus from, RequestStatus to, String at) {
            moved(move, from, to, null, null, at);
        }

        void answered(int openMinutes, boolean inTime, String at) {
            moved(
                    Move.ASSIGN,
                    RequestStatus.PENDING,
                    RequestStatus.PENDING,
                    new FirstAnswer(openMinutes * 60L, inTime),
                    null,
                    at);
        }

        void reviewed(int stars, String at) {
            moved(Move.REVIEW, RequestStatus.COMPLETED, RequestStatus.COMPLETED, null, stars, at);
        }

        private void moved(
                Move move,
                RequestStatus from,
                RequestStatus to,
                @Nullable FirstAnswer answer,
                @Nullable Integer stars,
                String at) {
            happens(new RequestMoved(
                    tenant.id(),
                    RequestId.next(),
                    2,
                    "SR",
                    ada.id(),
                    move,
                    from,
                    to,
                    null,
                    null,
                    Wharf.STORAGE,
                    answer,
                    stars,
                    Instant.parse(at)));
        }

        void paid(long amount, String currency, String at) {
            happens(payment(PaymentSucceeded::new, amount, currency, at));
        }

        void gaveBack(long amount, String currency, String at) {
            happens(payment(PaymentRefunded::new, amount, currency, at));
        }

        private <E extends PaymentEvent> E payment(Telling<E> telling, long amount, String currency, String at) {
            return telling.tell(
                    tenant.id(),
                    PaymentId.next(),
                    1,
                    "mooring",
                    Ids.next(),
                    ada.id(),
                    Money.of(amount, currency),
                    Instant.parse(at));
        }

        void happens(TenantEvent event) {
            inside(() -> transactions.executeWithoutResult(status -> events.publishEvent(event)));
        }
    }

    private interface Telling<E extends PaymentEvent> {
        E tell(
                TenantId tenant,
                PaymentId payment,
                int revision,
                String kind,
                UUID subject,
                MemberId payer,
                Money money,
                Instant at);
    }
}
