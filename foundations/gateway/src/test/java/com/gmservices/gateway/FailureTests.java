package com.gmservices.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.money.TaxRate;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.Refusal.FieldError;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class FailureTests {

    record Body(
            @Nullable ZoneId zone,
            @Nullable Set<Domain> domains,
            @Nullable OpeningHours hours,
            @Nullable TaxRate tax,
            @Nullable UUID id,
            @Nullable Integer count) {}

    @Test
    void aTextThatIsNoneOfItsKindDoesNotFit() {
        assertUnfit("{\"zone\": \"Mars/Phobos\"}", "/zone", "This value does not fit here");
        assertUnfit("{\"id\": \"7\"}", "/id", "This value does not fit here");
        assertUnfit(
                "{\"domains\": [\"space\"]}",
                "/domains/0",
                "Choose one of automotive, hospitality, finance, technology, logistics");
    }

    @Test
    void whatOurRecordsRefuseIsSaidInTheirWords() {
        assertUnfit(
                "{\"tax\": {\"code\": \"vat\", \"name\": \"VAT\", \"rate\": \"101\"}}",
                "/tax/rate",
                "A percentage lies between 0 and 100 and has at most four decimals");
        assertUnfit(
                "{\"hours\": {\"monday\": [{\"from\": \"18:00\", \"to\": \"08:00\"}]}}",
                "/hours/monday/0",
                "Opening hours end after they begin: past midnight they are the next day's");
    }

    @Test
    void anotherFormThanAskedForIsMalformed() {
        assertThat(failure("{\"count\": \"many\"}").status().value()).isEqualTo(400);
        assertThat(failure("{\"zone\": {}}").status().value()).isEqualTo(400);
        assertThat(failure("{\"zones\": 1}").errors())
                .containsExactly(new FieldError("/zones", "There is no field zones here"));
        assertThat(failure("{").detail()).startsWith("The body is not JSON: see line 1");
    }

    @Test
    void aCharacterThatCannotBeKeptIsTheCallersMistake() {
        assertThat(sql("22021").status().value()).isEqualTo(400);
        assertThat(sql("22P05").status().value()).isEqualTo(400);
        assertThat(sql("23505").status().value()).isEqualTo(500);
    }

    private static void assertUnfit(String json, String pointer, String detail) {
        Failure failure = failure(json);
        assertThat(failure.status().value()).isEqualTo(422);
        assertThat(failure.code()).isEqualTo("invalid");
        assertThat(failure.errors()).containsExactly(new FieldError(pointer, detail));
    }

    private static Failure failure(String json) {
        try {
            JsonMapper.builder()
                    .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(json, Body.class);
            throw new AssertionError("It was read");
        } catch (JacksonException e) {
            return Failure.of(new HttpMessageNotReadableException("", e, new MockHttpInputMessage(new byte[0])));
        }
    }

    private static Failure sql(String state) {
        return Failure.of(new DataIntegrityViolationException("", new SQLException("", state)));
    }
}
