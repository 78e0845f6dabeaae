package com.gmservices.payments;

import com.gmservices.payments.ledger.Books;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A business with Ada, who has a bill to pay, and Ben of the staff, and a gateway that works until a test has it fail. */
@SpringBootTest
@Import({Till.class, Books.class})
abstract class AtTheTill {

    static final long DUE = 4_500_000;

    @Autowired
    Checkout checkout;

    @Autowired
    Refunding refunding;

    @Autowired
    UnresolvedPayments unresolved;

    @Autowired
    UnreliableGateway vendor;

    @Autowired
    Books books;

    @Autowired
    Bills bills;

    @Autowired
    TestClock clock;

    @Autowired
    People people;

    @Autowired
    Pinboard pinboard;

    @Autowired
    Tenants tenants;

    TenantId harbour = TenantId.next();
    CurrentMember ada = Till.customer(harbour, "Ada");
    CurrentMember ben = Till.staff(harbour, "Ben");
    UUID bill = UUID.randomUUID();

    @BeforeEach
    void aBusiness() {
        vendor.heal();
        harbour = Till.business(tenants);
        ada = Till.customer(harbour, "Ada");
        ben = Till.staff(harbour, "Ben");
        bill = bill(DUE);
    }

    UUID bill(long amount) {
        return in(() -> bills.bill(harbour, ada.id(), amount));
    }

    Payment now(Payment payment) {
        return in(() -> checkout.find(ben, payment.id()));
    }

    long balance(String address) {
        return in(() -> books.balance(address, "NGN"));
    }

    <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, work::get);
    }
}
