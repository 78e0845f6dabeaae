package com.gmservices.notifications.preference;

import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.TenancyEvent.MemberAdded;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Remembers in which language somebody reads who comes to a business: their browser says it with the call. */
@Component
class Newcomers {

    private final Members members;
    private final Readers readers;

    Newcomers(Members members, Readers readers) {
        this.members = members;
        this.readers = readers;
    }

    @EventListener
    void on(MemberAdded event) {
        accepted()
                .ifPresent(header -> Languages.accepted(header)
                        .ifPresent(language -> members.find(event.member())
                                .map(Member::identity)
                                .ifPresent(person -> readers.arrived(person, language))));
    }

    private static Optional<String> accepted() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
                ? Optional.ofNullable(call.getRequest().getHeader("Accept-Language"))
                : Optional.empty();
    }
}
