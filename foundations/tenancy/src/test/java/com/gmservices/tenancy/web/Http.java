package com.gmservices.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Tenants;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Calls as a member of the member's own business. */
@Lazy
@Component
class Http {

    private final MockMvcTester http;
    private final Tenants tenants;

    Http(WebApplicationContext context, Tenants tenants) {
        this.http = MockMvcTester.from(context);
        this.tenants = tenants;
    }

    MvcTestResult get(CurrentMember caller, String uri, Object... variables) {
        return exchange(caller, http.get().uri(uri, variables));
    }

    MvcTestResult post(CurrentMember caller, String uri, String json) {
        return exchange(
                caller,
                http.post().uri(uri).contentType(MediaType.APPLICATION_JSON).content(json));
    }

    MvcTestResult patch(CurrentMember caller, String uri, int revision, String json) {
        return exchange(
                caller,
                http.patch()
                        .uri(uri)
                        .header("If-Match", "\"%d\"".formatted(revision))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json));
    }

    MvcTestResult put(CurrentMember caller, String uri) {
        return exchange(caller, http.put().uri(uri));
    }

    /** A form as browsers send it: names and values in turn. */
    MvcTestResult submit(CurrentMember caller, String uri, String... form) {
        MockMvcRequestBuilder request = http.post().uri(uri);
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return exchange(caller, request);
    }

    private MvcTestResult exchange(CurrentMember caller, MockMvcRequestBuilder request) {
        return CurrentTenant.call(
                caller.tenant(),
                () -> request.requestAttr(Caller.ATTRIBUTE, caller)
                        .requestAttr("currentTenant", tenants.current())
                        .requestAttr("assets", new Assets())
                        .exchange());
    }

    /** Stands in for the shell's. */
    public static final class Assets {

        public String path(String path) {
            return path;
        }
    }

    static void assertRefused(MvcTestResult answer, String code) {
        Throwable cause = Objects.requireNonNull(answer.getUnresolvedException());
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        assertThat(cause)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    static String location(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
    }

    static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static String read(MvcTestResult answer, String path) {
        return JsonPath.read(text(answer), path).toString();
    }

    static List<String> names(MvcTestResult answer) {
        return JsonPath.read(text(answer), "$.data[*].name");
    }
}
