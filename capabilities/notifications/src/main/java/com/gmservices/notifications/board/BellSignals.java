package com.gmservices.notifications.board;

import com.gmservices.events.Happening;
import com.gmservices.shell.Signal;
import com.gmservices.shell.Signals;
import com.gmservices.tenancy.MemberId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The bell rings on the open pages of whoever has been told something. */
@Component
class BellSignals implements Signals {

    @Override
    public Optional<Signal> of(Happening happening) {
        if (!happening.type().equals(MembersTold.class.getSimpleName())) {
            return Optional.empty();
        }
        return Optional.of(new Signal(
                "notice",
                happening.aggregate(),
                "",
                happening
                        .payload()
                        .path("members")
                        .valueStream()
                        .map(member -> new MemberId(UUID.fromString(member.asString())))
                        .collect(Collectors.toSet())));
    }
}
