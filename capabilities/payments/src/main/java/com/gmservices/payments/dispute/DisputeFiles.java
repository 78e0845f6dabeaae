package com.gmservices.payments.dispute;

import com.gmservices.documents.Attachable;
import com.gmservices.documents.Subject;
import com.gmservices.tenancy.CurrentMember;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Evidence hangs on disputes. The payer neither sees it nor has it among what is theirs: it belongs to whoever of the
 * staff adds it.
 */
@Component
class DisputeFiles implements Attachable {

    static final String KIND = "dispute";

    private final DisputeRows rows;

    DisputeFiles(DisputeRows rows) {
        this.rows = rows;
    }

    static Subject subject(DisputeId id) {
        return new Subject(KIND, id.value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Access> access(UUID id, CurrentMember asking) {
        return asking.may("read:disputes")
                ? rows.find(new DisputeId(id))
                        .map(dispute ->
                                new Access(asking.id(), dispute.awaitsAnswer() && asking.may("answer:disputes"), false))
                : Optional.empty();
    }

    @Override
    public String page(UUID id) {
        return "/disputes/" + id;
    }
}
