package com.gmservices.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * Reads {@link ListParameters} from an address as Spring would, which reads the annotations of their constructor anew
 * for each of them in every call: a third of the time that a list took. What is not right in every part is left to
 * Spring, which says what is wrong with it.
 */
@Configuration(proxyBeanMethods = false)
class ListParametersReading implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final Constructor<ListParameters> MADE = BeanUtils.getResolvableConstructor(ListParameters.class);

    private static final List<Part> PARTS =
            Stream.of(ListParameters.class.getRecordComponents()).map(Part::of).toList();

    private final HandlerMethodArgumentResolver spring = new ServletModelAttributeMethodProcessor(true);
    private final ObjectProvider<ConversionService> conversion;
    private final Validator validator;

    ListParametersReading(
            @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversion, Validator validator) {
        this.conversion = conversion;
        this.validator = validator;
    }

    private record Part(String name, TypeDescriptor type) {

        static Part of(RecordComponent component) {
            try {
                return new Part(
                        component.getName(),
                        new TypeDescriptor(ListParameters.class.getDeclaredField(component.getName())));
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }

        @Nullable
        Object read(HttpServletRequest call, ConversionService conversion) {
            String[] values = call.getParameterValues(name);
            return values == null
                    ? null
                    : values.length == 1
                            ? conversion.convert(values[0], type)
                            : conversion.convert(values, TypeDescriptor.valueOf(String[].class), type);
        }
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ListParameters.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        ListParameters read = read(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        boolean fits = read != null
                && (!parameter.hasParameterAnnotation(Valid.class)
                        || validator.validate(read).isEmpty());
        return fits ? read : spring.resolveArgument(parameter, container, request, binders);
    }

    private @Nullable ListParameters read(HttpServletRequest call) {
        try {
            ConversionService service = conversion.getObject();
            return BeanUtils.instantiateClass(
                    MADE, PARTS.stream().map(part -> part.read(call, service)).toArray());
        } catch (ConversionException wrong) {
            return null;
        }
    }
}
