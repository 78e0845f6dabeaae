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

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info().title("GM Services").version("v1").license(new License().name("Apache-2.0")))
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
