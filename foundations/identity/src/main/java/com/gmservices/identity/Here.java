package com.gmservices.identity;

import com.gmservices.identity.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sign-in by which somebody calls: a session's id, or a chain of refresh tokens. */
record Here(@Nullable String session, @Nullable UUID family) {

    static final Here NOWHERE = new Here(null, null);

    static Here of(HttpServletRequest request) {
        return new Here(request.getSession().getId(), null);
    }

    static Here of(SignedIn program) {
        return new Here(null, program.family().orElse(null));
    }
}
