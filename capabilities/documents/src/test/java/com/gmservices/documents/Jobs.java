package com.gmservices.documents;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Jobs of a garage, on which files hang: the customer's own and the staff's. */
@Component
class Jobs implements Attachable {

    static final String KIND = "job";
    private static final Map<UUID, MemberId> OWNERS = new ConcurrentHashMap<>();

    static UUID of(MemberId owner) {
        UUID id = UUID.randomUUID();
        OWNERS.put(id, owner);
        return id;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(UUID id) {
        return "/jobs/" + id;
    }

    @Override
    public Optional<Access> access(UUID id, CurrentMember asking) {
        MemberId owner = OWNERS.get(id);
        return owner != null && (asking.isStaff() || owner.equals(asking.id()))
                ? Optional.of(new Access(owner, true, asking.isStaff()))
                : Optional.empty();
    }
}
