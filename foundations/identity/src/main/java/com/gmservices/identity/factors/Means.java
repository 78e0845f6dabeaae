package com.gmservices.identity.factors;

import java.util.Locale;

/** By what somebody has shown who they are, in the words of the trail. */
public enum Means {
    PASSWORD,
    MAILED_LINK,
    GOOGLE,
    LINKEDIN,
    GITHUB,
    TOTP,
    RECOVERY_CODE,
    PASSKEY;

    public static Means of(Factor factor) {
        return valueOf(factor.name());
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
