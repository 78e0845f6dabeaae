package com.gmservices.requests.line;

import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The bundle of a domain, held against what its types need of it. */
public final class LineMessages {

    private final String domain;
    private final ResourceBundle bundle;

    public LineMessages(String domain) {
        this.domain = domain;
        this.bundle = ResourceBundle.getBundle("messages/" + domain, Locale.ROOT);
    }

    public MessageSource source() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/" + domain);
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }

    /** Keys without a text: names, words for each status, labels of fields and choices. */
    public Set<String> missing(ServiceType type) {
        var needed = new TreeSet<String>();
        needed.add("service-type.%s.name".formatted(type.code()));
        needed.add("service-type.%s.description".formatted(type.code()));
        for (RequestStatus status : RequestStatus.values()) {
            needed.add("%s.status.%s.%s".formatted(domain, type.code(), status.code()));
        }
        labels(type).forEach(needed::add);
        needed.removeAll(bundle.keySet());
        return needed;
    }

    /** Labels that no field of these types uses. */
    public List<String> leftOver(List<ServiceType> types) {
        List<String> used = types.stream().flatMap(LineMessages::labels).toList();
        return bundle.keySet().stream()
                .filter(key -> key.startsWith("details."))
                .filter(key -> !used.contains(key.replaceFirst("\\.help$", "")))
                .toList();
    }

    private static Stream<String> labels(ServiceType type) {
        return labels("details." + type.code(), type.details());
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
