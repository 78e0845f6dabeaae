package com.gmservices.payments.account;

import com.gmservices.tenancy.Refusal;

/** What cannot be set up. */
abstract sealed class AccountRefused extends Refusal {

    private AccountRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    static final class NoSuchGateway extends AccountRefused {
        NoSuchGateway() {
            super(Category.MISSING, "not-found", "There is no such gateway");
        }
    }

    static final class ChangedMeanwhile extends AccountRefused {
        ChangedMeanwhile() {
            super(Category.CONFLICT, "changed-meanwhile", "Somebody else has changed this meanwhile: look again");
        }
    }

    static final class GatewaySilent extends AccountRefused {
        GatewaySilent() {
            super(Category.CONFLICT, "gateway-silent", "The gateway does not answer at the moment: try again later");
        }
    }
}
