package com.gmservices.payments.ledger;

import com.gmservices.audit.Chained;
import com.gmservices.shell.MenuEntry;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Chained ledgerChain() {
        return Entries.CHAIN;
    }

    @Bean
    MenuEntry ledgerEntry() {
        return new MenuEntry(Menu.ADMINISTRATION, "ledger", "/ledger", "receipt", "read:ledger", 40);
    }

    @Bean
    Grants ledgerGrants() {
        return Grants.to(Role.ADMIN, "read:ledger", "correct:ledger");
    }
}
