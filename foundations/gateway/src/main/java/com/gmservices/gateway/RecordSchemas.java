package com.gmservices.gateway;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * swagger-core reads records with a Jackson 2 mapper of its own and knows nothing of Spring's Jackson 3, nor that what
 * is not marked {@link Nullable} is always there.
 */
final class RecordSchemas extends ModelResolver {

    RecordSchemas() {
        super(Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        openapi31(true);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the method that it overrides
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> schema = super.resolve(type, context, next);
        Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            require(
                    raw,
                    schema.get$ref() == null
                            ? schema
                            : context.getDefinedModels().get(name(schema.get$ref())));
        }
        return schema;
    }

    private static void require(Class<?> raw, @Nullable Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        Stream.of(raw.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .map(SnakeCaseStrategy.INSTANCE::translate)
                .filter(schema.getProperties()::containsKey)
                .forEach(schema::addRequiredItem);
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
