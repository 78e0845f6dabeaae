package com.gmservices.identity.factors;

import com.gmservices.tenancy.Refusal;
import java.util.List;

/** Why a factor does not serve. */
public abstract sealed class FactorRefused extends Refusal {

    private FactorRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private FactorRefused(String code, FieldError error) {
        super(Category.INVALID, code, error.detail(), List.of(error));
    }

    public static final class WrongCode extends FactorRefused {
        public WrongCode() {
            super("wrong-code", new FieldError("/code", "This code is wrong, was used before, or is too old"));
        }
    }

    public static final class OtherFactor extends FactorRefused {
        public OtherFactor() {
            super("other-factor", new FieldError("/factor", "You have not set up this factor: choose another one"));
        }
    }

    static final class NothingPending extends FactorRefused {
        NothingPending() {
            super(Category.CONFLICT, "no-setup", "There is no setup to finish: begin a new one");
        }
    }

    static final class NoSuchPasskey extends FactorRefused {
        NoSuchPasskey() {
            super(Category.MISSING, "not-found", "There is no such passkey");
        }
    }

    static final class PasskeyUnfit extends FactorRefused {
        PasskeyUnfit() {
            super("wrong-code", new FieldError("/credential", "This passkey cannot be added: try again"));
        }
    }
}
