package com.gmservices.payments.paystack;

import com.gmservices.outbound.Outbound;
import com.gmservices.payments.gateway.Accounts;
import com.gmservices.payments.vendor.Asking;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaystackSettings.class)
class PaystackConfiguration {

    @Bean
    PaystackCalls paystackCalls(PaystackSettings settings, Accounts accounts, JsonMapper json) {
        return new PaystackCalls(Asking.client(Paystack.class, settings.base()), accounts, json);
    }

    @Bean
    PaystackComplaints paystackComplaints(PaystackCalls calls, Outbound outbound) {
        return new PaystackComplaints(calls, new PaystackUploads(calls, outbound::send));
    }
}
