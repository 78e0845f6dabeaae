package com.gmservices.requests;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.tenancy.Domain;
import jakarta.validation.constraints.NotBlank;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A small line of business for the desk to serve. */
@Component
class BoatyardLine implements ServiceLine {

    static final ServiceType HAUL_OUT = new ServiceType("haul_out", HaulOut.class, HaulOut::example);
    static final ServiceType RIGGING = new ServiceType("rigging", Rigging.class, today -> new Rigging("New stays"));

    private final Queue<Work> worked = new ConcurrentLinkedQueue<>();

    record Rigging(@NotBlank String wish) {}

    @Override
    public Domain domain() {
        return Domain.LOGISTICS;
    }

    @Override
    public List<ServiceType> types() {
        return List.of(HAUL_OUT, RIGGING);
    }

    @Override
    public List<Remark> create(Wish wish) {
        if (wish.details() instanceof HaulOut haulOut && haulOut.boat().equals("Titanic")) {
            throw new RequestRefused.Unfit("/details/boat", "She is too large for our crane");
        }
        return List.of();
    }

    @Override
    public void process(Work work) {
        worked.add(work);
    }

    /** What was done to a request, as the line was told. */
    List<String> moves(RequestId request) {
        return worked.stream()
                .filter(work -> work.request().equals(request))
                .map(Work::move)
                .toList();
    }

    @Override
    public Optional<String> status(String type, RequestStatus status) {
        return Optional.empty();
    }

    @Override
    public boolean asksWhen(String type) {
        return type.equals(HAUL_OUT.code());
    }

    @Override
    public List<Draft> proposals(Currency currency) {
        return List.of(
                proposal(HAUL_OUT, "Crane out and in", 900_000L),
                proposal(HAUL_OUT, "Antifouling", null),
                proposal(RIGGING, "Rigging check", 250_000L));
    }

    private static Draft proposal(ServiceType type, String name, @Nullable Long price) {
        Pricing pricing = price == null ? Pricing.QUOTE : Pricing.FIXED;
        return new Draft(type.code(), name, "", pricing, price, List.of(), List.of(), null, true);
    }

    @Override
    public List<Fact> card(String type, Record details) {
        return List.of();
    }
}
