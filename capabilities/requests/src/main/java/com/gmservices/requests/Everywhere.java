package com.gmservices.requests;

import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What one person has asked for, at every business whose customer they are. Each business is read as itself, in a
 * transaction of its own: nothing here sees two tenants at once.
 */
@Service
public class Everywhere {

    private static final int BUSINESSES = 20;
    private static final int REQUESTS = 10;
    private static final Duration RECENT = Duration.ofDays(30);

    private final Members members;
    private final Tenants tenants;
    private final ServiceRequests requests;
    private final Catalogue catalogue;
    private final TransactionTemplate reading;
    private final Clock clock;

    Everywhere(
            Members members,
            Tenants tenants,
            ServiceRequests requests,
            Catalogue catalogue,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.members = members;
        this.tenants = tenants;
        this.requests = requests;
        this.catalogue = catalogue;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** @param offering its name today */
    public record Asked(ServiceRequest request, String offering) {

        /** Whether it stands still until the customer does something. */
        public boolean waitsForCustomer() {
            return request.status() == RequestStatus.QUOTED || request.due().isPositive();
        }

        int rank() {
            return waitsForCustomer() ? 0 : request.status().isOpen() ? 1 : 2;
        }
    }

    /** What is open there or ended lately; what waits for the customer first. */
    public record At(Tenant tenant, List<Asked> requests) {

        int rank() {
            return requests.stream().mapToInt(Asked::rank).min().orElse(Integer.MAX_VALUE);
        }
    }

    /** The first businesses of a person, and whether there are more of them. */
    public record Found(List<At> businesses, boolean more) {}

    private record Place(Tenant tenant, MemberId customer) {}

    public Found of(CurrentIdentity person) {
        List<Place> places = members.ofIdentity(person.id()).stream()
                .filter(member -> member.roles().contains(Role.CUSTOMER))
                .flatMap(member -> tenants.find(member.tenant()).filter(Tenant::isActive).stream()
                        .map(tenant -> place(tenant, member)))
                .limit(BUSINESSES + 1L)
                .toList();
        Instant since = clock.instant().minus(RECENT);
        List<At> found = places.stream()
                .limit(BUSINESSES)
                .map(place -> at(place, since))
                .sorted(Comparator.comparingInt(At::rank))
                .toList();
        return new Found(found, places.size() > BUSINESSES);
    }

    private static Place place(Tenant tenant, Member member) {
        return new Place(tenant, member.id());
    }

    private At at(Place place, Instant since) {
        return CurrentTenant.call(
                place.tenant.id(), () -> new At(place.tenant, reading.execute(status -> asked(place.customer, since))));
    }

    private List<Asked> asked(MemberId customer, Instant since) {
        List<ServiceRequest> found = requests.openOrEndedSince(customer, since, REQUESTS);
        Map<OfferingId, Offering> offerings = catalogue.findAll(found.stream()
                .map(request -> request.order().offering())
                .distinct()
                .toList());
        return found.stream()
                .map(request -> new Asked(
                        request,
                        Objects.requireNonNull(offerings.get(request.order().offering()))
                                .name()))
                .sorted(Comparator.comparingInt(Asked::rank))
                .toList();
    }
}
