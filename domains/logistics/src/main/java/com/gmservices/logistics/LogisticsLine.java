package com.gmservices.logistics;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceLine;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Domain;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a logistics business offers at the desk, and what it writes into its own books as work goes on. */
@Component
class LogisticsLine implements ServiceLine {

    static final ServiceType PACKAGE_DELIVERY =
            new ServiceType("package_delivery", PackageDelivery.class, Examples::packageDelivery);
    static final ServiceType SUPPLY_CHAIN = new ServiceType("supply_chain", SupplyChain.class, Examples::supplyChain);
    static final ServiceType INVENTORY_TRACKING =
            new ServiceType("inventory_tracking", InventoryTracking.class, Examples::inventoryTracking);
    static final ServiceType ROUTE_OPTIMIZATION =
            new ServiceType("route_optimization", RouteOptimization.class, Examples::routeOptimization);

    private final Dispatcher dispatcher;
    private final Waybill waybill;
    private final Tariff tariff;
    private final Books books;
    private final Consignments consignments;
    private final InboundOrders orders;
    private final StockCounts counts;
    private final RoutePlans plans;

    LogisticsLine(
            Dispatcher dispatcher,
            Waybill waybill,
            Tariff tariff,
            Books books,
            Consignments consignments,
            InboundOrders orders,
            StockCounts counts,
            RoutePlans plans) {
        this.dispatcher = dispatcher;
        this.waybill = waybill;
        this.tariff = tariff;
        this.books = books;
        this.consignments = consignments;
        this.orders = orders;
        this.counts = counts;
        this.plans = plans;
    }

    @Override
    public Domain domain() {
        return Domain.LOGISTICS;
    }

    @Override
    public List<ServiceType> types() {
        return List.of(PACKAGE_DELIVERY, SUPPLY_CHAIN, INVENTORY_TRACKING, ROUTE_OPTIMIZATION);
    }

    @Override
    public List<Remark> create(Wish wish) {
        return dispatcher.look(wish);
    }

    @Override
    public void process(Work work) {
        Job job = (Job) work.details();
        if (work.move().equals("create")) {
            open(work, job);
        } else {
            Book book = Book.of(job);
            book.stageAfter(work.move()).ifPresent(stage -> books.advance(book, work.request(), stage));
        }
    }

    private void open(Work work, Job job) {
        switch (job) {
            case PackageDelivery delivery -> consignments.open(work, delivery);
            case SupplyChain order -> orders.open(work, order);
            case InventoryTracking count -> counts.open(work, count);
            case RouteOptimization plan -> plans.open(work, plan);
        }
    }

    @Override
    public Optional<String> status(String type, RequestStatus status) {
        return Optional.of("logistics.status.%s.%s".formatted(type, status.code()));
    }

    /** Each type of details names its day. */
    @Override
    public boolean asksWhen(String type) {
        return false;
    }

    @Override
    public List<Draft> proposals(Currency currency) {
        return tariff.in(currency);
    }

    @Override
    public List<Fact> card(String type, Record details, Currency currency) {
        return waybill.facts(type, (Job) details, currency);
    }
}
