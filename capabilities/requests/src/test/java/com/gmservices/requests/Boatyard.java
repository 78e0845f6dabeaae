package com.gmservices.requests;

import com.gmservices.database.Ids;
import com.gmservices.money.Money;
import com.gmservices.money.Percentage;
import com.gmservices.money.TaxRate;
import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Catalogue.DraftChoice;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.Quote.Line;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Members.Contact;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Yards, each in a tenant that no other test knows, and what people do there. */
@Component
public class Boatyard {

    public static final Currency NAIRA = Currency.getInstance("NGN");
    static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    static final long CRANE = 900_000;

    private final Tenants tenants;
    private final Members members;
    private final Catalogue catalogue;
    private final ServiceDesk desk;
    private final DetailsDesk details;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final TestClock clock;

    Boatyard(
            Tenants tenants,
            Members members,
            Catalogue catalogue,
            ServiceDesk desk,
            DetailsDesk details,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            TestClock clock) {
        this.tenants = tenants;
        this.members = members;
        this.catalogue = catalogue;
        this.desk = desk;
        this.details = details;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A business with Ada, who owns it, Ben and Efe of the staff, and Chidi, who has a boat. */
    public record Yard(Tenant tenant, CurrentMember ada, CurrentMember ben, CurrentMember efe, CurrentMember chidi) {

        public <T> T in(Supplier<T> work) {
            return CurrentTenant.call(tenant.id(), work::get);
        }

        public void inside(Runnable work) {
            CurrentTenant.run(tenant.id(), work);
        }
    }

    /** As of now, however far another test has put the clock ahead. */
    public Yard open() {
        clock.back();
        TenantId id = TenantId.next();
        var wish = new NewTenant(
                "yard-" + Ids.next().toString().substring(24), "Apapa Boats", LAGOS, NAIRA, Set.of(Domain.LOGISTICS));
        return CurrentTenant.call(id, () -> {
            Tenant tenant = tenants.found(id, wish);
            CurrentMember ada = join("Ada Obi", Role.ADMIN);
            var taxes = List.of(
                    new TaxRate("vat", "VAT", Percentage.of("7.5")), new TaxRate("levy", "Levy", Percentage.of("1")));
            tenants.change(
                    ada, tenant.revision(), new Tenants.Change(null, null, null, null, null, taxes, null, null, null));
            return new Yard(
                    tenants.current(),
                    ada,
                    join("Ben Okoro", Role.STAFF),
                    join("Efe Ade", Role.STAFF),
                    join("Chidi Okafor", Role.CUSTOMER));
        });
    }

    public CurrentMember join(Yard yard, String name, Role role) {
        return yard.in(() -> join(name, role));
    }

    private CurrentMember join(String name, Role role) {
        IdentityId identity = IdentityId.next();
        jdbc.sql("""
                insert into identity.identity (id, email, password_hash, first_name, last_name, created_at)
                values (?, ?, '-', ?, '', ?)
                """)
                .params(
                        identity.value(),
                        identity.value() + "@example.com",
                        name,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return members.toCurrent(
                members.join(identity, new Contact(name, null, null), Set.of(role), role == Role.ADMIN));
    }

    public static Draft crane() {
        return draft(Pricing.FIXED, CRANE);
    }

    static Draft draft(Pricing pricing, @Nullable Long price) {
        return new Draft(
                "haul_out",
                "Crane out and in",
                "With two slings",
                pricing,
                price,
                List.of(new DraftChoice("long", "Over 12 metres", 1_500_000)),
                List.of(new DraftChoice("wash", "Pressure wash", 60_000), new DraftChoice("zinc", "Anodes", 45_000)),
                120,
                true);
    }

    public Offering offer(Yard yard, Draft draft) {
        return yard.in(() -> catalogue.add(yard.ada(), draft));
    }

    /** Chidi wants his boat out, at the fixed price. */
    public ServiceRequest request(Yard yard) {
        return request(yard, offer(yard, crane()), yard.chidi());
    }

    public ServiceRequest request(Yard yard, Offering offering, CurrentMember by) {
        return yard.in(() -> desk.place(by, wish(offering)));
    }

    /** For a boat of this name, with something said about it. */
    public ServiceRequest request(Yard yard, Offering offering, CurrentMember by, String boat, String notes) {
        NewRequest wish = wish(offering);
        var details = (ObjectNode) wish.details().deepCopy();
        details.put("boat", boat);
        details.remove("mooring");
        details.putObject("mooring").put("harbour", "Tarkwa");
        return yard.in(() ->
                desk.place(by, new NewRequest(offering.id(), details, null, List.of(), notes, null, null, null, null)));
    }

    NewRequest wish(Offering offering) {
        var example = HaulOut.example(LocalDate.now(clock.withZone(LAGOS)));
        return new NewRequest(offering.id(), details.write(example), null, List.of(), null, null, null, null, null);
    }

    /** Further on, by whoever may do it: at the status asked for. */
    ServiceRequest requestAt(Yard yard, RequestStatus status) {
        ServiceRequest request = request(yard);
        RequestId id = request.id();
        CurrentMember ben = yard.ben();
        return yard.in(() -> switch (status) {
            case PENDING -> request;
            case QUOTED -> desk.quote(ben, id, null, lines(), clock.instant().plusSeconds(3_600));
            case CONFIRMED -> desk.accept(ben, id, null);
            case IN_PROGRESS -> started(ben, id);
            case ON_HOLD -> {
                started(ben, id);
                yield desk.hold(ben, id, null, "Waiting for the tide");
            }
            case COMPLETED -> {
                started(ben, id);
                yield desk.complete(ben, id, null);
            }
            case DECLINED -> desk.decline(ben, id, null, null);
            case CANCELLED -> desk.cancel(ben, id, null, "She sank");
        });
    }

    private ServiceRequest started(CurrentMember ben, RequestId id) {
        desk.accept(ben, id, null);
        return desk.start(ben, id, null);
    }

    static List<Line> lines() {
        return List.of(new Line("Crane", BigDecimal.ONE, 800_000, "vat"));
    }

    static Money naira(long minor) {
        return new Money(minor, NAIRA);
    }

    <T> T inOneTransaction(Yard yard, Supplier<T> work) {
        return yard.in(() -> {
            T result = transactions.execute(status -> work.get());
            if (result == null) {
                throw new IllegalStateException("Nothing came of it");
            }
            return result;
        });
    }
}
