package com.gmservices.gateway;

import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The API in OpenAPI 3.1, at {@code /api/v1/openapi.json}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String FIRST_STEPS = """
            A business signs up with `POST /tenants`; its people and its customers sign in with `POST /auth/login`.

            * **Which business** a call is for says the token. Sign in with the header `X-Tenant: {slug}` and the token is \
            for that business; without it, it serves what is your own. Where nobody has to be signed in (the catalogue, \
            `POST /auth/register`), `X-Tenant` says it alone.
            * **Tokens** go along as `Authorization: Bearer …` and are good for ten minutes; `POST /auth/refresh` gets the \
            next one.
            * **What a request must say** is the `details_schema` of its offering, with an example that is accepted as it is.
            * **Amounts** are in the currency's smallest unit, times in UTC, and unknown fields are refused.
            * **Lists** answer `data`, `has_more` and `next_cursor`, which is the `cursor` of the next call.
            * **Errors** are problem documents (RFC 9457): `code` says which, and `errors` where in what was sent.
            * **Sending again** is safe with an `Idempotency-Key`, which payments and refunds require.
            * **Mails**, such as invitations, stay with the platform as long as no mail server is named: its operator reads \
            them at `/operator/mailbox`.

            A whole journey by curl, from the sign-up to the review, stands in `docs/journey.md` of the source.
            """;

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("GM Services")
                        .version("v1")
                        .description(FIRST_STEPS)
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    ModelResolver records() {
        return new RecordSchemas();
    }

    @Bean
    OperationCustomizer errors() {
        return new DescribedErrors();
    }

    // Codes such as USD and Africa/Lagos are text in JSON, whatever they are in Java.
    static {
        SpringDocUtils.getConfig().replaceWithSchema(Currency.class, new StringSchema());
        SpringDocUtils.getConfig().replaceWithSchema(ZoneId.class, new StringSchema());
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new ObjectSchema());
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentMember.class, CurrentIdentity.class);
    }

    /** What need not be there may be null, and what makes something new answers 201. */
    @Bean
    OpenApiCustomizer asAnswered() {
        return api -> {
            api.getComponents().getSchemas().keySet().removeAll(CALLERS);
            api.getComponents().getSchemas().values().forEach(ApiDescription::letOptionalBeNull);
            api.getComponents().addSchemas("Problem", DescribedErrors.problem());
            api.getPaths().forEach((path, item) -> {
                if (item.getPost() != null && MAKES_SOMETHING.matcher(path).matches()) {
                    sayCreated(item.getPost().getResponses());
                }
            });
        };
    }

    /** Who calls is told by the token. */
    private static final Set<String> CALLERS =
            Set.of(CurrentMember.class.getSimpleName(), CurrentIdentity.class.getSimpleName());

    private static final Pattern MAKES_SOMETHING = Pattern.compile(
            "/api/v1/(tenants|sites|members|members/invitations|services|providers|service-requests|payments"
                    + "|payments/\\{id}/refunds|auth/register)");

    private static void sayCreated(ApiResponses responses) {
        ApiResponse done = responses.remove("200");
        if (done != null) {
            responses.addApiResponse("201", done.description("Created"));
        }
    }

    private static void letOptionalBeNull(Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties()
                .replaceAll((name, property) ->
                        schema.getRequired() != null && schema.getRequired().contains(name)
                                ? property
                                : orNull(property));
    }

    private static Schema<?> orNull(Schema<?> property) {
        return new JsonSchema().anyOf(List.of(property, new JsonSchema().types(Set.of("null"))));
    }
}
