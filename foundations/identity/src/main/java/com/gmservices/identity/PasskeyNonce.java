package com.gmservices.identity;

import com.gmservices.identity.factors.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** What a visitor's passkey was last asked to sign; good for one answer. */
final class PasskeyNonce {

    private static final String ATTRIBUTE = "passkey-nonce";

    private PasskeyNonce() {}

    static byte[] next(HttpServletRequest request) {
        byte[] nonce = Passkeys.nonce();
        request.getSession().setAttribute(ATTRIBUTE, nonce);
        return nonce;
    }

    static byte @Nullable [] take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof byte[] nonce)) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        return nonce;
    }
}
