package com.gmservices.requests.line;

import com.gmservices.database.Ids;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceLine;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Address;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.SiteId;
import com.gmservices.tenancy.TenantId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** The counter of a business of its own for one test; it passes wishes and moves on to the line. */
public final class Counter {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Currency NAIRA = Currency.getInstance("NGN");

    public final TenantId tenant = new TenantId(Ids.next());
    private final Site site =
            new Site(tenant, SiteId.next(), "Marina", Address.EMPTY, ZoneId.of("Africa/Lagos"), OpeningHours.OFFICE, 1);
    private final ServiceLine line;
    private final TransactionTemplate transactions;

    public Counter(ServiceLine line, TransactionTemplate transactions) {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        this.line = line;
        this.transactions = transactions;
    }

    public List<Remark> look(MemberId customer, ServiceType type, Record details) {
        return inside(() -> line.create(new Wish(type, details, customer, site, NAIRA, TODAY)));
    }

    public RequestId takeIn(MemberId customer, ServiceType type, Record details) {
        RequestId request = RequestId.next();
        inside(() -> {
            line.create(new Wish(type, details, customer, site, NAIRA, TODAY));
            line.process(new Work(request, type, details, customer, site, NAIRA, "create"));
            return request;
        });
        return request;
    }

    public void move(MemberId customer, RequestId request, ServiceType type, Record details, String... moves) {
        inside(() -> {
            for (String move : moves) {
                line.process(new Work(request, type, details, customer, site, NAIRA, move));
            }
            return request;
        });
    }

    public <T> T inside(Supplier<T> work) {
        return CurrentTenant.call(tenant, () -> {
            T result = transactions.execute(status -> work.get());
            if (result == null) {
                throw new IllegalStateException("Nothing came of it");
            }
            return result;
        });
    }
}
