package com.gmservices.identity.security;

import com.gmservices.tenancy.Refusal;

/** Why somebody may not come in here. */
public abstract sealed class AccessRefused extends Refusal {

    private AccessRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    static final class NotAllowed extends AccessRefused {
        NotAllowed(String message) {
            super(Category.FORBIDDEN, "forbidden", message);
        }
    }

    static final class TenantMismatch extends AccessRefused {
        TenantMismatch() {
            super(
                    Category.FORBIDDEN,
                    "tenant-mismatch",
                    "The token was issued for another business than the one the call names");
        }
    }

    static final class TenantSuspended extends AccessRefused {
        TenantSuspended() {
            super(Category.FORBIDDEN, "tenant-suspended", "This business is suspended");
        }
    }

    static final class TenantClosed extends AccessRefused {
        TenantClosed() {
            super(Category.FORBIDDEN, "tenant-suspended", "This business is being closed");
        }
    }

    static final class TenantClosing extends AccessRefused {
        TenantClosing() {
            super(
                    Category.FORBIDDEN,
                    "tenant-closing",
                    "This business is being closed: you can look and take your data along, and change nothing"
                            + " unless its owner calls the closing off");
        }
    }

    static final class TenantRequired extends AccessRefused {
        TenantRequired() {
            super(
                    Category.MALFORMED,
                    "tenant-required",
                    "Say for which business this is: sign in with X-Tenant, or send that header");
        }
    }

    public static final class StepUpRequired extends AccessRefused {
        StepUpRequired() {
            super(
                    Category.FORBIDDEN,
                    "step-up-required",
                    "Prove who you are at POST /api/v1/auth/step-up, then send this call again");
        }
    }

    public static final class EnrolmentRequired extends AccessRefused {

        private final String asked;

        private EnrolmentRequired(String whose, String asked) {
            super(Category.FORBIDDEN, "mfa-enrolment-required", whose + ": set one up at POST /api/v1/auth/mfa/totp");
            this.asked = asked;
        }

        static EnrolmentRequired ofTeam() {
            return new EnrolmentRequired("This business asks a second factor of its team", "team");
        }

        static EnrolmentRequired ofOperators() {
            return new EnrolmentRequired("Operators of the platform need a second factor", "operator");
        }

        /** Of whom it is asked. */
        public String asked() {
            return asked;
        }
    }

    static final class NoSuchTenant extends AccessRefused {
        NoSuchTenant() {
            super(Category.MISSING, "not-found", "There is no such business");
        }
    }

    static final class NoSuchPage extends AccessRefused {
        NoSuchPage() {
            super(Category.MISSING, "not-found", "There is no such page");
        }
    }
}
