package com.gmservices.payments.account;

import com.gmservices.payments.gateway.GatewaySetup.Field;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A gateway as an administrator sees it.
 *
 * @param account null when it was never set up
 * @param given the fields that hold something
 * @param forTrying moves no real money, whatever is set up
 * @param knowsBanks whether it can tell whose a bank account is
 */
record Setting(
        String gateway,
        @Nullable GatewayAccount account,
        List<Field> fields,
        Set<String> given,
        boolean forTrying,
        boolean knowsBanks) {

    Setting {
        fields = List.copyOf(fields);
        given = Set.copyOf(given);
    }

    /** What is for trying is on until it is switched off. */
    public boolean isOn() {
        return account == null ? forTrying : account.enabled();
    }
}
