package com.gmservices.documents;

import com.gmservices.documents.Attachable.Access;
import com.gmservices.tenancy.CurrentMember;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks whoever owns the thing that a file hangs on. */
@Component
class Attachables {

    /** Asked for late: those who own the things may use documents themselves. */
    private final ObjectProvider<Attachable> kinds;

    Attachables(ObjectProvider<Attachable> kinds) {
        this.kinds = kinds;
    }

    Optional<Access> access(Subject subject, CurrentMember member) {
        return kind(subject).flatMap(kind -> kind.access(subject.id(), member));
    }

    /** @throws DocumentRefused.NotFound for what the member may not see */
    Access toSee(Subject subject, CurrentMember member) {
        return access(subject, member)
                .orElseThrow(() -> new DocumentRefused.NotFound(subject.kind().replace('-', ' ')));
    }

    Access toAttach(Subject subject, CurrentMember member, boolean internal) {
        Access access = toSee(subject, member);
        member.require("attach:documents");
        if (!access.attaches() || (internal && !access.seesInternal())) {
            throw new DocumentRefused.NotYours("You may not add files here");
        }
        return access;
    }

    /** The front page for what nobody owns any more. */
    String page(Subject subject) {
        return kind(subject).map(kind -> kind.page(subject.id())).orElse("/");
    }

    boolean keepsForGood(Subject subject) {
        return kind(subject).filter(Attachable::keepsForGood).isPresent();
    }

    private Optional<Attachable> kind(Subject subject) {
        return kinds.stream().filter(kind -> kind.kind().equals(subject.kind())).findFirst();
    }
}
