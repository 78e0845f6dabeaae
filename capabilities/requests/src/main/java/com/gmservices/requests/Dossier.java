package com.gmservices.requests;

import com.gmservices.requests.Reviews.Review;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with all that is shown beside it to one member, and what that member may do with it.
 *
 * @param remarks in the reader's language
 */
public record Dossier(
        ServiceRequest request,
        Offering offering,
        Member customer,
        @Nullable Provider provider,
        @Nullable Quote quote,
        @Nullable Review review,
        List<String> remarks,
        List<Move> allowed) {

    public Dossier {
        remarks = List.copyOf(remarks);
        allowed = List.copyOf(allowed);
    }

    public boolean allows(String move) {
        return allowed.stream().anyMatch(one -> one.code().equals(move));
    }

    /** Where staff may move it on the board. */
    public List<Step> steps(CurrentMember staff) {
        return Step.of(staff, request.status(), customer.id(), customer.identity() != null);
    }
}
