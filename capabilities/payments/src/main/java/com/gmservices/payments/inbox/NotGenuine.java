package com.gmservices.payments.inbox;

import com.gmservices.tenancy.Refusal;

/** Says no more to whoever tries. */
final class NotGenuine extends Refusal {

    NotGenuine() {
        super(Category.MALFORMED, "not-genuine", "This does not come from the gateway, or not in this form and time");
    }
}
