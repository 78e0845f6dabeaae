package com.gmservices.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewaySetup.Check;
import com.gmservices.payments.gateway.GatewaySetup.Check.Fine;
import com.gmservices.payments.gateway.GatewaySetup.Check.Wrong;
import com.gmservices.payments.gateway.GatewaySetup.Field;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeSetupTests {

    final FakeStripe stripe = new FakeStripe();
    final StripeSetup setup = new StripeSetup(Words.clients(stripe.base()));

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void saysWhoseAccountItIs() {
        assertThat(check(false, Map.of())).isEqualTo(new Fine("Harbour Garage (acct_harbour)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            secret_key             | sk_live_1     | This is the secret key for real money, and test mode is chosen.
            secret_key             | rk_live_1     | This is the secret key for real money, and test mode is chosen.
            secret_key             | pk_test_1     | The publishable key stands in place of the secret key.
            secret_key             | whsec_1       | A secret key of Stripe begins with sk_test_ or sk_live_
            secret_key             | sk_test_wrong | Stripe does not know this secret key
            secret_key             | rk_test_narrow| Stripe does not let this restricted key read the account
            publishable_key        | pk_live_1     | This is the publishable key for real money, and test mode is chosen.
            publishable_key        | sk_test_1     | A publishable key of Stripe begins with pk_test_ or pk_live_.
            webhook_secret         | we_1          | The signing secret of a webhook of Stripe begins with whsec_.
            webhook_secret_earlier | we_1          | The signing secret of a webhook of Stripe begins with whsec_.
            """)
    void saysWhatIsWrong(String field, String value, String sentence) {
        assertThat(check(false, Map.of(field, value)))
                .isInstanceOfSatisfying(
                        Wrong.class,
                        wrong -> assertThat(wrong.sentence())
                                .startsWith(sentence)
                                .doesNotContain(value));
    }

    @Test
    void aTestKeyMovesNoRealMoney() {
        assertThat(check(true, Map.of()))
                .isEqualTo(new Wrong("This is the secret key for Stripe's test mode, and real money is chosen."));
    }

    @Test
    void saysThatStripeIsAway() {
        stripe.close();

        assertThat(check(false, Map.of()))
                .isEqualTo(new Wrong("Stripe cannot be reached just now. Check again in a moment."));
    }

    @Test
    void asksForSecretsThatAreNotShownAgain() {
        assertThat(setup.fields())
                .filteredOn(Field::secret)
                .extracting(Field::name)
                .containsExactly("secret_key", "webhook_secret", "webhook_secret_earlier");
        assertThat(setup.fields())
                .filteredOn(field -> !field.required())
                .extracting(Field::name)
                .containsExactly("webhook_secret_earlier");
    }

    private Check check(boolean live, Map<String, String> changed) {
        var values = new HashMap<>(Words.credentials(FakeStripe.KEY).values());
        values.putAll(changed);
        return setup.check(new Credentials(live, values));
    }
}
