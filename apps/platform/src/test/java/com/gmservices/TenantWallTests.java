package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.DatabaseLogin;
import com.gmservices.database.testing.TenantWall;
import com.gmservices.database.testing.TenantWall.Known;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What lies beside the wall between tenants, by name: to add to a list here is to say that it is meant. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TenantWallTests {

    private static final Known KNOWN = new Known(
            Set.of(
                    "audit.chain_key",
                    "events.event_publication",
                    "events.log_cursor",
                    "identity.factor_guess",
                    "identity.identity",
                    "identity.operator_claim",
                    "identity.passkey",
                    "identity.recovery_code",
                    "identity.refresh_family",
                    "identity.refresh_token",
                    "identity.session",
                    "identity.session_attributes",
                    "identity.external_login",
                    "identity.known_device",
                    "identity.mailed_link",
                    "identity.sign_in_step",
                    "identity.signing_key",
                    "identity.totp",
                    "jobs.scheduled_tasks",
                    "notifications.account_mail",
                    "notifications.platform_key",
                    "notifications.reader",
                    "notifications.report",
                    "notifications.sms_country_spend",
                    "portability.certificate",
                    "tenancy.tenant",
                    "vault.data_key",
                    "vault.rotation"),
            Set.of("tenancy.member.own_memberships"),
            Set.of("events.event_log_transaction", "tenancy.member_businesses", "webhooks.outstanding_due"),
            Set.of("requests.find_requests", "requests.near_words"));

    @Autowired
    DatabaseLogin login;

    @Test
    void standsRoundEveryModule() {
        var owner = new DriverManagerDataSource(
                login.url(), login.owner().user(), login.owner().password());

        assertThat(TenantWall.gaps(JdbcClient.create(owner), login, KNOWN)).isEmpty();
    }
}
