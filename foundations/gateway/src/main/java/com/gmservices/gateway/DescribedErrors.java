package com.gmservices.gateway;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Tells of each operation which errors it can answer with, from what it takes and who may call it. */
final class DescribedErrors implements OperationCustomizer {

    private static final Set<Class<?>> CALLERS = Set.of(CurrentMember.class, CurrentIdentity.class);

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        hideCaller(operation, method);
        codes(method)
                .forEach((status, codes) ->
                        operation.getResponses().addApiResponse(String.valueOf(status.value()), answer(status, codes)));
        return operation;
    }

    static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457. Its code is stable; its type leads to what the code means and what to do.")
                .addProperty("type", new StringSchema().format("uri-reference").example("/problems#wrong-stage"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What to do, for a person"))
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("code", new StringSchema().example("wrong-stage"))
                .addProperty("request_id", new StringSchema().description("Stands in our log"))
                .addProperty("errors", new ArraySchema().items(valueError()))
                .addRequiredItem("type")
                .addRequiredItem("title")
                .addRequiredItem("status")
                .addRequiredItem("code");
    }

    private static Schema<?> valueError() {
        return new ObjectSchema()
                .addProperty(
                        "pointer", new StringSchema().description("RFC 6901").example("/details/vehicle/vin"))
                .addProperty("detail", new StringSchema())
                .addRequiredItem("pointer")
                .addRequiredItem("detail");
    }

    /** Code by code, the usual ones; a refusal may have one of its own. */
    private static Map<HttpStatus, String> codes(HandlerMethod method) {
        var codes = new LinkedHashMap<HttpStatus, String>();
        boolean writes =
                method.hasMethodAnnotation(PostMapping.class) || method.hasMethodAnnotation(PatchMapping.class);
        boolean body = any(method, parameter -> parameter.hasParameterAnnotation(RequestBody.class));
        codes.put(
                HttpStatus.BAD_REQUEST,
                method.hasMethodAnnotation(CallsVendor.class) ? "idempotency-key-required" : "malformed");
        if (!isPublic(method)) {
            codes.put(HttpStatus.UNAUTHORIZED, "unauthenticated");
            codes.put(HttpStatus.FORBIDDEN, "forbidden");
        }
        if (any(method, parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            codes.put(HttpStatus.NOT_FOUND, "not-found");
        }
        if (writes) {
            codes.put(HttpStatus.CONFLICT, "changed-meanwhile");
        }
        ifMatch(method).ifPresent(required -> {
            codes.put(HttpStatus.PRECONDITION_FAILED, "stale");
            if (required) {
                codes.put(HttpStatus.PRECONDITION_REQUIRED, "if-match-required");
            }
        });
        if (body) {
            codes.put(HttpStatus.CONTENT_TOO_LARGE, "too-large");
            codes.put(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
        }
        if (body || any(method, parameter -> parameter.hasParameterAnnotation(RequestParam.class))) {
            codes.put(HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        }
        codes.put(HttpStatus.TOO_MANY_REQUESTS, "rate-limit-exceeded");
        return codes;
    }

    private static boolean isPublic(HandlerMethod method) {
        Allow allow = method.getMethodAnnotation(Allow.class);
        String who = allow == null ? allowOfClass(method) : allow.value();
        return who.equals(Allow.EVERYONE) || who.equals(Allow.VISITORS);
    }

    private static String allowOfClass(HandlerMethod method) {
        Allow allow = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allow.class);
        return allow == null ? "" : allow.value();
    }

    private static boolean any(HandlerMethod method, Predicate<MethodParameter> test) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(test);
    }

    /** Whether it must be there; empty when it is not read at all. */
    private static Optional<Boolean> ifMatch(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getParameterAnnotation(RequestHeader.class)))
                .filter(header -> header.name().equals(HttpHeaders.IF_MATCH))
                .map(RequestHeader::required)
                .findFirst();
    }

    private static ApiResponse answer(HttpStatus status, String code) {
        String title = Failure.title(status);
        var example = new LinkedHashMap<String, Object>();
        example.put("type", Problems.type(code));
        example.put("title", title);
        example.put("status", status.value());
        example.put("detail", ProblemCodes.meaning(code));
        example.put("code", code);
        return new ApiResponse()
                .description(title)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                                        .example(example)));
    }

    /** A controller is handed whoever calls, also as an Optional; callers send no such thing. */
    private static void hideCaller(Operation operation, HandlerMethod method) {
        if (operation.getParameters() != null) {
            Set<String> callers = Arrays.stream(method.getMethodParameters())
                    .filter(parameter ->
                            CALLERS.contains(parameter.nestedIfOptional().getNestedParameterType()))
                    .map(parameter -> String.valueOf(parameter.getParameterName()))
                    .collect(Collectors.toSet());
            operation.getParameters().removeIf(parameter -> callers.contains(parameter.getName()));
        }
    }
}
