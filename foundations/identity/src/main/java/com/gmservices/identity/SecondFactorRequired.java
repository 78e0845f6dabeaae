package com.gmservices.identity;

import com.gmservices.identity.factors.Factor;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The password was right, and is not enough: the second step goes on with this token. */
final class SecondFactorRequired extends ErrorResponseException {

    SecondFactorRequired(Opaque token, List<Factor> factors) {
        super(HttpStatus.UNAUTHORIZED);
        setDetail("Show a second factor at POST /api/v1/auth/mfa/challenge within ten minutes");
        getBody().setProperty("code", "mfa-required");
        getBody().setProperty("mfa_token", token.text());
        getBody().setProperty("factors", factors);
    }
}
