package com.gmservices.identity;

import com.gmservices.identity.factors.Phone;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time that passes when it is told to, and people with authenticators. */
@TestConfiguration(proxyBeanMethods = false)
class FactorFixtures {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    record Armed(Phone phone, List<String> recoveryCodes) {}

    /** The next code is good: half a minute goes by. */
    static Armed arm(Program person, TestClock clock) {
        Phone phone = phone(person, clock);
        var codes = person.post("/auth/mfa/totp/verify", Map.of("code", phone.code()));
        clock.pass(Duration.ofSeconds(30));
        return new Armed(
                phone,
                codes.body()
                        .at("/recovery_codes")
                        .valueStream()
                        .map(it -> it.asString())
                        .toList());
    }

    static Phone phone(Program person, Clock clock) {
        return Phone.with(person.post("/auth/mfa/totp", Map.of()).text("/secret"), clock);
    }
}
