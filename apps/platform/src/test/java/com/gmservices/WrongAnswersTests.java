package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.tenancy.Refusal.FieldError;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each field of each form, filled in wrongly in a browser without script: what to mend stands beside that very field. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongAnswersTests {

    /** Of programs, not of people. */
    private static final Pattern TECHNICAL = Pattern.compile(
            "must (match|be (null|true|false|greater|less|between)|not be)|typeMismatch|java|Exception|null|[{}_<>]|\\b(true|false)\\b");

    @LocalServerPort
    int port;

    @Autowired
    ServiceLines lines;

    @Autowired
    DetailsDesk desk;

    private Business business;
    private Browser browser;

    @BeforeAll
    void found() {
        business = new Business(port);
        browser = Browser.at(port);
    }

    static Stream<String> types() {
        return Business.TYPES.stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachFieldSaysWhatIsWrongWithIt(String code) {
        ServiceType type = lines.type(code);
        Map<String, List<String>> right = right(type);
        assertThat(submit(code, right).statusCode())
                .as("%s as in its example", code)
                .isEqualTo(302);

        List<String> faults = WrongAnswer.to(desk.form(type).fields(), right)
                .flatMap(wrong -> faults(type, wrong))
                .toList();

        assertThat(faults).isEmpty();
    }

    /** The row of a list that was left empty is gone, and its neighbour's fault has not moved on. */
    @Test
    void whatIsWrongStandsInItsOwnRow() {
        Map<String, List<String>> form = right(lines.type("parts_installation"));
        form.keySet().removeIf(name -> name.startsWith("details.parts."));
        form.put("details.parts.0.name", List.of("Front pads"));
        form.put("details.parts.0.quantity", List.of("2"));
        form.put("details.parts.1.name", List.of(" "));
        form.put("details.parts.2.name", List.of("Wiper"));
        form.put("details.parts.2.quantity", List.of("a few"));

        FilledInPage page = FilledInPage.of(submit("parts_installation", form).body());

        assertThat(page.typed())
                .containsEntry("details.parts.1.name", List.of("Wiper"))
                .containsEntry("details.parts.1.quantity", List.of("a few"))
                .doesNotContainKey("details.parts.2.name");
        assertThat(page.saidBeside("details.parts.1.quantity")).isEqualTo("Enter a whole number, digits only.");
        assertThat(page.said()).hasSize(1);
    }

    private Stream<String> faults(ServiceType type, WrongAnswer wrong) {
        HttpResponse<String> answer = submit(type.code(), wrong.form());
        FilledInPage page = FilledInPage.of(answer.body());
        Map<String, String> byApi = toldByApi(type, wrong);
        String pointer = "/" + wrong.path().replace('.', '/');
        String message = byApi.getOrDefault(pointer, byApi.getOrDefault(pointer + "/0", ""));
        var faults = new ArrayList<String>();
        if (answer.statusCode() != 422) {
            faults.add("is answered " + answer.statusCode());
        }
        if (message.isBlank() || TECHNICAL.matcher(message).find()) {
            faults.add("is told: " + message);
        }
        if (!page.saidBeside(wrong.path()).equals(message) || !page.isMarked(wrong.path())) {
            faults.add("has beside it: " + page.saidBeside(wrong.path()));
        }
        if (!page.said().equals(byApi.values().stream().sorted().toList())) {
            faults.add("brings up: " + page.said());
        }
        faults.addAll(lost(wrong, page.typed()));
        return faults.stream().map(fault -> wrong + " " + fault);
    }

    /** A browser has no way to send, nor to show, a choice that is not offered. */
    private static List<String> lost(WrongAnswer wrong, Map<String, List<String>> typed) {
        return wrong.form().entrySet().stream()
                .filter(field -> !field.getValue().equals(List.of("whatever"))
                        && !Set.copyOf(field.getValue())
                                .equals(Set.copyOf(typed.getOrDefault(field.getKey(), List.of()))))
                .map(field -> "loses " + field + ": " + typed.get(field.getKey()))
                .toList();
    }

    private Map<String, String> toldByApi(ServiceType type, WrongAnswer wrong) {
        try {
            desk.read(type, desk.fromForm(type, wrong.form()));
            return Map.of();
        } catch (RequestRefused.Unfit unfit) {
            return unfit.errors().stream()
                    .collect(Collectors.toMap(FieldError::pointer, FieldError::detail, (one, other) -> one));
        }
    }

    private HttpResponse<String> submit(String type, Map<String, List<String>> form) {
        return browser.fillIn("/t/%s/services/%s/order".formatted(business.slug, business.services.get(type)), form);
    }

    /** The form as its example has it. */
    private Map<String, List<String>> right(ServiceType type) {
        var form = new LinkedHashMap<String, List<String>>();
        write(desk.write(type.example().apply(LocalDate.now(ZoneId.of("Europe/London")))), "details", form);
        return form;
    }

    private static void write(JsonNode value, String path, Map<String, List<String>> form) {
        if (value.isObject()) {
            value.properties().forEach(field -> write(field.getValue(), path + "." + field.getKey(), form));
        } else if (value.isArray() && value.path(0).isObject()) {
            for (int row = 0; row < value.size(); row++) {
                write(value.path(row), path + "." + row, form);
            }
        } else if (value.isArray() && !value.isEmpty()) {
            form.put(path, value.valueStream().map(JsonNode::asString).toList());
        } else if (!value.isArray()) {
            form.put(path, List.of(value.asString()));
        }
    }
}
