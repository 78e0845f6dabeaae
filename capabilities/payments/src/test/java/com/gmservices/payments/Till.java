package com.gmservices.payments;

import com.gmservices.database.Migration;
import com.gmservices.payments.reconciliation.Comparing;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of the till share: a business, its people, bills to pay, and a vendor that fails as told. */
@TestConfiguration(proxyBeanMethods = false)
@Import(Comparing.class)
public class Till {

    static final Set<String> CUSTOMERS_MAY = Set.of("pay:payments", "read:payments");
    static final Set<String> STAFF_MAY = Set.of("collect:payments", "read:payments", "refund:payments");

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    Bills bills(DataSource dataSource) {
        return new Bills(dataSource);
    }

    @Bean
    Migration billsMigration() {
        return Migration.of("bills");
    }

    @Bean
    UnreliableGateway unreliable() {
        return new UnreliableGateway();
    }

    @Bean
    MoodyGateway moody(TestClock clock) {
        return new MoodyGateway(clock);
    }

    @Bean
    HostedGateway alpha() {
        return new HostedGateway("alpha");
    }

    @Bean
    HostedGateway beta() {
        return new HostedGateway("beta");
    }

    @Bean
    UnreliableSetup unreliableSetup() {
        return new UnreliableSetup();
    }

    @Bean
    UnreliableKeeper unreliableKeeper() {
        return new UnreliableKeeper();
    }

    @Bean
    UnreliableBanks unreliableBanks() {
        return new UnreliableBanks();
    }

    @Bean
    UnreliableNotices unreliableNotices() {
        return new UnreliableNotices();
    }

    @Bean
    VendorStatement vendorStatement() {
        return new VendorStatement();
    }

    @Bean
    Pinboard pinboard(JdbcClient jdbc, TransactionTemplate transactions) {
        return new Pinboard(jdbc, transactions);
    }

    @Bean
    Death death() {
        return new Death();
    }

    public static TenantId business(Tenants tenants) {
        TenantId id = TenantId.next();
        String slug = "harbour-" + id.value().toString().substring(24);
        CurrentTenant.call(
                id,
                () -> tenants.found(
                        id,
                        new NewTenant(
                                slug,
                                "Harbour Garage",
                                ZoneId.of("Africa/Lagos"),
                                Currency.getInstance("NGN"),
                                Set.of(Domain.AUTOMOTIVE))));
        return id;
    }

    public static CurrentMember customer(TenantId tenant, String name) {
        return new CurrentMember(tenant, MemberId.next(), null, name, Set.of(Role.CUSTOMER), CUSTOMERS_MAY);
    }

    public static CurrentMember staff(TenantId tenant, String name) {
        return new CurrentMember(tenant, MemberId.next(), null, name, Set.of(Role.STAFF), STAFF_MAY);
    }

    public static Checkout.Wish wish(UUID bill, String gateway, @Nullable String method) {
        return new Checkout.Wish(
                Bills.KIND, bill, gateway, method == null ? null : Try.of(method), null, null, CaptureMethod.AUTOMATIC);
    }
}
