package com.gmservices.requests.details;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FilledInTests {

    record Car(String make, Integer year, BigDecimal litres) {}

    private static JsonNode typed(Map<String, List<String>> values) {
        var form = DetailsForm.of(new ServiceType("car", Car.class, today -> new Car("Toyota", 2017, BigDecimal.ONE)));
        return new FilledIn(values).toJson(form.fields());
    }

    @Test
    void readsWholeNumbersAsWholeNumbers() {
        assertThat(typed(Map.of("details.year", List.of("2017"))).path("year").isIntegralNumber())
                .isTrue();
        assertThat(typed(Map.of("details.litres", List.of("1.6")))
                        .path("litres")
                        .decimalValue())
                .isEqualByComparingTo("1.6");
    }

    @Test
    void leavesWhatIsNoNumberForTheRecordToComplainAbout() {
        assertThat(typed(Map.of("details.year", List.of("about 2017")))
                        .path("year")
                        .asString())
                .isEqualTo("about 2017");
    }

    @Test
    void leavesEmptyFieldsOut() {
        assertThat(typed(Map.of("details.make", List.of(" "))).isEmpty()).isTrue();
    }

    @Test
    void survivesNumbersBeyondAllMeasure() {
        assertThat(typed(Map.of("details.year", List.of("1e1000000")))
                        .path("year")
                        .isNumber())
                .isTrue();
    }
}
