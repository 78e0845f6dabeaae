package com.gmservices.requests.details;

import com.gmservices.requests.Ask;
import com.gmservices.requests.ServiceType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form that a record of details is: read once from its components and their constraints. */
public record DetailsForm(ServiceType type, List<Field> fields) {

    /** Of a list that says nothing of it. */
    private static final int MOST_ROWS = 20;

    public static DetailsForm of(ServiceType type) {
        return new DetailsForm(type, fields(type.details(), "details." + type.code()));
    }

    /** The field that lies there, by the names of its groups and rows and its own. */
    Optional<Field> at(List<String> steps) {
        List<Field> level = fields;
        @Nullable Field found = null;
        for (String step : steps) {
            found = level.stream()
                    .filter(field -> field.name().equals(step))
                    .findFirst()
                    .orElse(null);
            level = switch (found) {
                case Field.Group group -> group.fields();
                case Field.Rows rows -> rows.fields();
                case null, default -> List.of();
            };
        }
        return Optional.ofNullable(found);
    }

    private static List<Field> fields(Class<?> record, String prefix) {
        return Arrays.stream(record.getRecordComponents())
                .map(component -> field(component, prefix))
                .toList();
    }

    private static Field field(RecordComponent component, String prefix) {
        String name = snake(component.getName());
        String label = prefix + "." + name;
        Class<?> type = component.getType();
        if (type.isRecord()) {
            boolean folded = constraint(component, Ask.class).map(Ask::folded).orElse(false);
            return new Field.Group(name, label, isRequired(component), folded, fields(type, label));
        }
        if (type == List.class && element(component).isRecord()) {
            int most = maxSize(component).orElse(MOST_ROWS);
            return new Field.Rows(name, label, isRequired(component), fields(element(component), label), most);
        }
        return input(component, name, label);
    }

    private static Field.Input input(RecordComponent component, String name, String label) {
        Optional<Ask> ask = constraint(component, Ask.class);
        return new Field.Input(
                name,
                label,
                isRequired(component),
                kind(component),
                choices(component),
                constraint(component, Size.class).map(Size::min).orElse(null),
                maxSize(component).orElse(null),
                min(component),
                max(component),
                constraint(component, Pattern.class).map(Pattern::regexp).orElse(null),
                ask.map(Ask::lines).orElse(1),
                ask.map(Ask::unit).orElse(""),
                ask.map(Ask::money).orElse(false),
                ask.map(Ask::autocomplete).orElse(""),
                ask.map(Ask::capitals).orElse(false),
                ask.map(Ask::anew).orElse(false));
    }

    private static Field.Kind kind(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return Field.Kind.TEXT;
        } else if (type == Integer.class || type == int.class) {
            return Field.Kind.INTEGER;
        } else if (type == BigDecimal.class) {
            return Field.Kind.DECIMAL;
        } else if (type == LocalDate.class) {
            return Field.Kind.DATE;
        } else if (type == LocalTime.class) {
            return Field.Kind.TIME;
        } else if (type == Boolean.class || type == boolean.class) {
            return Field.Kind.YES_NO;
        } else if (type.isEnum()) {
            return Field.Kind.CHOICE;
        } else if (type == List.class && element(component).isEnum()) {
            return Field.Kind.CHOICES;
        }
        throw new IllegalArgumentException("A form cannot ask for the %s of %s".formatted(type, component));
    }

    private static Optional<Integer> maxSize(RecordComponent component) {
        return constraint(component, Size.class).map(Size::max).filter(max -> max < Integer.MAX_VALUE);
    }

    private static List<String> choices(RecordComponent component) {
        Class<?> type = component.getType() == List.class ? element(component) : component.getType();
        return type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
    }

    private static @Nullable BigDecimal min(RecordComponent component) {
        return constraint(component, Min.class)
                .map(min -> BigDecimal.valueOf(min.value()))
                .or(() -> constraint(component, DecimalMin.class).map(min -> new BigDecimal(min.value())))
                .or(() -> constraint(component, PositiveOrZero.class).map(zero -> BigDecimal.ZERO))
                .or(() -> constraint(component, Positive.class).map(one -> BigDecimal.ONE))
                .orElse(null);
    }

    private static @Nullable BigDecimal max(RecordComponent component) {
        return constraint(component, Max.class)
                .map(max -> BigDecimal.valueOf(max.value()))
                .or(() -> constraint(component, DecimalMax.class).map(max -> new BigDecimal(max.value())))
                .orElse(null);
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getType().isPrimitive()
                || Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
                        .anyMatch(
                                annotation -> constraint(component, annotation).isPresent());
    }

    private static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }

    /** Constraints of records stand on their fields. */
    private static <A extends Annotation> Optional<A> constraint(RecordComponent component, Class<A> annotation) {
        try {
            return Optional.ofNullable(component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(annotation));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
