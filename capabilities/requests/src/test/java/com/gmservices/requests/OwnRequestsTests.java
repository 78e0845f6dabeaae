package com.gmservices.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.RequestRefused.NotFound;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees what. */
class OwnRequestsTests extends AtTheYard {

    @Test
    void anotherCustomersRequestIsNotFound() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.QUOTED).id();
        CurrentMember dayo = boatyard.join(yard, "Dayo Bello", Role.CUSTOMER);

        assertNotFound(() -> desk.find(dayo, id));
        assertNotFound(() -> desk.history(dayo, id));
        assertNotFound(() -> desk.accept(dayo, id, null));
        assertNotFound(() -> desk.cancel(dayo, id, null, "Mine"));
        assertNotFound(() -> desk.review(dayo, id, null, 1, null));
        assertNotFound(() -> desk.start(dayo, id, null));
        assertThat(ids(yard, dayo)).isEmpty();
    }

    @Test
    void anotherBusinesssRequestIsNotFound() {
        RequestId id = boatyard.request(yard).id();
        Yard stranger = boatyard.open();

        for (CurrentMember member : List.of(stranger.ada(), stranger.ben(), stranger.chidi())) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> stranger.inside(() -> desk.find(member, id)));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> stranger.inside(() -> desk.cancel(member, id, null, "Not yours")));
        }
        assertThat(ids(stranger, stranger.ada())).isEmpty();
        assertThat(stranger.in(() -> desk.openCounts(stranger.ben()))).isEmpty();
    }

    @Test
    void customersSeeTheirOwnAndStaffEverything() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        ServiceRequest chidis = boatyard.request(yard, offering, yard.chidi());
        ServiceRequest bens = boatyard.request(yard, offering, yard.ben());

        assertThat(ids(yard, yard.chidi())).containsExactly(chidis.id());
        assertThat(ids(yard, yard.ben())).containsExactly(bens.id(), chidis.id());
    }

    private void assertNotFound(Runnable call) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> yard.inside(call));
    }
}
