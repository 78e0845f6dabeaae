package com.gmservices.payments.paypal;

import com.gmservices.outbound.Outbound;
import com.gmservices.payments.gateway.Accounts;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaypalSettings.class)
class PaypalConfiguration {

    @Bean
    PaypalCalls paypalCalls(PaypalSettings settings, Accounts accounts, JsonMapper json, Clock clock) {
        return PaypalCalls.at(settings, accounts, json, clock);
    }

    @Bean
    PaypalNotices paypalNotices(Outbound outbound, JsonMapper json) {
        return new PaypalNotices(new PaypalCertificates(outbound::send, PaypalCertificates.everybody()), json);
    }
}
