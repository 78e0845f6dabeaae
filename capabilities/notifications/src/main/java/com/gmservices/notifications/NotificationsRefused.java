package com.gmservices.notifications;

import com.gmservices.tenancy.Refusal;

abstract sealed class NotificationsRefused extends Refusal {

    private NotificationsRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    static final class NotFound extends NotificationsRefused {
        NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what));
        }
    }
}
