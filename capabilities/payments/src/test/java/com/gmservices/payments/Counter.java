package com.gmservices.payments;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The pages of a business, and Ada with a bill to pay before them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Till.class)
abstract class Counter {

    static final long DUE = 4_500_000;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Bills bills;

    @Autowired
    TestClock clock;

    TenantId harbour = TenantId.next();
    MemberId payer = MemberId.next();
    UUID bill = UUID.randomUUID();
    Browser ada = new Browser("");

    @BeforeEach
    void aBill() {
        harbour = Till.business(tenants);
        Person customer = people.join(harbour, "Ada", Role.CUSTOMER);
        payer = customer.member().id();
        bill = bill(payer);
        ada = browser(customer);
    }

    UUID bill(MemberId customer) {
        return CurrentTenant.call(harbour, () -> bills.bill(harbour, customer, DUE));
    }

    long stillDue() {
        return CurrentTenant.call(harbour, () -> bills.stillDue(bill));
    }

    String pay() {
        return "/pay/service-request/" + bill;
    }

    Browser browser(String name, Role role) {
        return browser(people.join(harbour, name, role));
    }

    Browser browser(Person person) {
        var browser = new Browser(address(person.member().tenant()));
        browser.get("/come-in/" + person.identity());
        return browser;
    }

    /** Who has not signed in. */
    Browser nobody() {
        return new Browser(address(harbour));
    }

    private String address(TenantId tenant) {
        return "http://localhost:%d/t/%s"
                .formatted(port, tenants.find(tenant).orElseThrow().slug());
    }
}
