package com.gmservices.insights;

import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceLine;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Domain;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Two types of service to ask for. */
@Component
class Wharf implements ServiceLine {

    static final String STORAGE = "storage";
    static final String TOWING = "towing";

    record Boat(String name) {}

    @Override
    public Domain domain() {
        return Domain.LOGISTICS;
    }

    @Override
    public List<ServiceType> types() {
        return List.of(
                new ServiceType(STORAGE, Boat.class, day -> new Boat("Efe")),
                new ServiceType(TOWING, Boat.class, day -> new Boat("Efe")));
    }

    @Override
    public List<Remark> create(Wish wish) {
        return List.of();
    }

    @Override
    public void process(Work work) {}

    @Override
    public Optional<String> status(String type, RequestStatus status) {
        return Optional.empty();
    }

    @Override
    public List<Fact> card(String type, Record details) {
        return List.of();
    }
}
