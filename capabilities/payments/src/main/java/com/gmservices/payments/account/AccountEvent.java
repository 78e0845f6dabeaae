package com.gmservices.payments.account;

import com.gmservices.audit.Act;
import com.gmservices.audit.Recorded;
import com.gmservices.money.Money;
import com.gmservices.tenancy.TenantId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a business has changed about how it is paid; for the trail, and without a secret. */
sealed interface AccountEvent extends Recorded {

    /** @param given the names of what was filled in, never the values */
    record GatewaySetUp(
            TenantId tenant, UUID account, String gateway, boolean live, boolean enabled, List<String> given)
            implements AccountEvent {

        @Override
        public Act act() {
            return Act.of("gateway.set-up", "gateway", account)
                    .to(Map.of("gateway", gateway, "live", live, "enabled", enabled, "given", given));
        }
    }

    /** @param most null when the limit was taken away */
    record LimitSet(
            TenantId tenant,
            String currency,
            @Nullable Money least,
            @Nullable Money most) implements AccountEvent {

        @Override
        public Act act() {
            Act set = Act.of("payment-limit.set", "payment-limit", currency);
            return least == null || most == null ? set : set.to(Map.of("least", least, "most", most));
        }
    }

    record BankAccountNamed(TenantId tenant, UUID account, String gateway, String bank, String ending)
            implements AccountEvent {

        @Override
        public Act act() {
            return Act.of("bank-account.named", "bank-account", account)
                    .to(Map.of("gateway", gateway, "bank", bank, "ending", ending));
        }
    }

    record BankAccountEnded(TenantId tenant, String gateway, Currency currency) implements AccountEvent {

        @Override
        public Act act() {
            return Act.of("bank-account.ended", "gateway", gateway).to(Map.of("currency", currency.getCurrencyCode()));
        }
    }
}
