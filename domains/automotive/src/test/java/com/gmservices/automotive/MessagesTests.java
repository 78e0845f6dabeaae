package com.gmservices.automotive;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is shown by its key. */
class MessagesTests {

    private final ResourceBundle bundle = ResourceBundle.getBundle("messages/automotive", Locale.ROOT);

    static Stream<ServiceType> types() {
        return DetailsTests.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachTypeHasANameAndWordsForEachStatus(ServiceType type) {
        assertThat(bundle.keySet())
                .contains("service-type.%s.name".formatted(type.code()))
                .contains("service-type.%s.description".formatted(type.code()))
                .containsAll(Arrays.stream(RequestStatus.values())
                        .map(status -> "automotive.status.%s.%s".formatted(type.code(), status.code()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachFieldAndEachChoiceHasALabel(ServiceType type) {
        assertThat(bundle.keySet())
                .containsAll(labels("details." + type.code(), type.details()).toList());
    }

    @Test
    void noLabelIsLeftOver() {
        List<String> used = types().flatMap(type -> labels("details." + type.code(), type.details()))
                .toList();

        assertThat(bundle.keySet())
                .filteredOn(key -> key.startsWith("details."))
                .allMatch(key -> used.contains(key.replaceFirst("\\.help$", "")));
    }

    private static Stream<String> labels(String prefix, Class<?> details) {
        return Arrays.stream(details.getRecordComponents())
                .flatMap(component -> Stream.concat(
                        Stream.of(key(prefix, component)), inside(key(prefix, component), element(component))));
    }

    private static Stream<String> inside(String key, Class<?> type) {
        if (type.isRecord()) {
            return labels(key, type);
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(choice -> key + "." + choice.toString().toLowerCase(Locale.ROOT))
                : Stream.empty();
    }

    private static String key(String prefix, RecordComponent component) {
        return prefix + "."
                + component.getName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static Class<?> element(RecordComponent component) {
        Type type = component.getGenericType();
        return type instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : component.getType();
    }
}
