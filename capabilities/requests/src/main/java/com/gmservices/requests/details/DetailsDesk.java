package com.gmservices.requests.details;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Refusal.FieldError;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the details of requests, from wherever they come: the API's JSON, a page's form, the database. */
@Component
public class DetailsDesk {

    private static final int MOST_ERRORS = 30;
    private static final int LONGEST_FIGURE = 100;
    private static final Set<Field.Kind> FIGURES = EnumSet.of(Field.Kind.INTEGER, Field.Kind.DECIMAL);

    private final JsonMapper json;
    private final Validator validator;
    private final MessageSource messages;
    private final Map<String, DetailsForm> forms = new ConcurrentHashMap<>();

    DetailsDesk(JsonMapper json, Validator validator, MessageSource messages) {
        this.json = json.rebuild()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withConfigOverride(LocalTime.class, time -> time.setFormat(JsonFormat.Value.forPattern("HH:mm")))
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        this.validator = validator;
        this.messages = messages;
    }

    public DetailsForm form(ServiceType type) {
        return forms.computeIfAbsent(type.code(), code -> DetailsForm.of(type));
    }

    public ObjectNode schema(ServiceType type, LocalDate today) {
        return new DetailsSchema(messages)
                .write(form(type), write(type.example().apply(today)));
    }

    public JsonNode write(Record details) {
        return json.valueToTree(details);
    }

    /** Everything that was filled in, in words; amounts are in this currency. */
    public List<Told> told(ServiceType type, JsonNode details, Currency currency, Locale language) {
        return Told.all(form(type), details, currency, messages, language);
    }

    /** What an HTML form sent; values that do not fit are found by {@link #read}. */
    public ObjectNode fromForm(ServiceType type, Map<String, List<String>> values) {
        return new FilledIn(values).toJson(form(type).fields());
    }

    /** What was told before, to fill a form with again: without days that have passed and what is to be agreed to anew. */
    public Map<String, List<String>> toForm(ServiceType type, JsonNode details, LocalDate today) {
        return new ToldBefore(today).values(form(type).fields(), details);
    }

    /** As stored: it was checked when it came. */
    public Record stored(ServiceType type, JsonNode details) {
        return json.treeToValue(details, type.details());
    }

    /** @throws RequestRefused.Unfit with all that is wrong, each at its place below {@code /details} */
    public Record read(ServiceType type, JsonNode details) {
        List<FieldError> errors = new ArrayList<>();
        Record record = bind(type, details, errors);
        List<String> unreadable = errors.stream().map(FieldError::pointer).toList();
        for (var violation : validator.validate(record)) {
            String pointer = pointer(violation.getPropertyPath().toString());
            if (unreadable.stream().noneMatch(bad -> (bad + "/").startsWith(pointer + "/"))) {
                errors.add(new FieldError(pointer, violation.getMessage()));
            }
        }
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparing(FieldError::pointer));
            throw new RequestRefused.Unfit(errors);
        }
        return record;
    }

    /** Jackson stops at the first value that it cannot read: what is left without that one is read again. */
    private Record bind(ServiceType type, JsonNode details, List<FieldError> errors) {
        if (!details.isObject()) {
            throw new RequestRefused.Unfit("/details", text("requests.details.object"));
        }
        JsonNode left = details.deepCopy();
        shorten(form(type).fields(), left);
        while (true) {
            try {
                return json.treeToValue(left, type.details());
            } catch (DatabindException e) {
                errors.add(new FieldError("/details" + pointer(e), complaint(type, e)));
                if (errors.size() == MOST_ERRORS || !takeAway(left, pointer(e))) {
                    throw new RequestRefused.Unfit(errors);
                }
            } catch (JacksonException e) {
                throw new RequestRefused.Unfit("/details", text("requests.details.form"));
            }
        }
    }

    /** Jackson reads a figure of thousands of letters no further, and does not say in which field it stands. */
    private static void shorten(List<Field> fields, JsonNode details) {
        for (Field field : fields) {
            JsonNode value = details.path(field.name());
            switch (field) {
                case Field.Group group -> shorten(group.fields(), value);
                case Field.Rows rows -> value.forEach(row -> shorten(rows.fields(), row));
                case Field.Input input -> {
                    if (FIGURES.contains(input.kind())
                            && value.isString()
                            && value.stringValue().length() > LONGEST_FIGURE) {
                        ((ObjectNode) details).put(field.name(), "?");
                    }
                }
            }
        }
    }

    private String complaint(ServiceType type, DatabindException e) {
        return e instanceof UnrecognizedPropertyException unknown
                ? text("requests.details.unknown", unknown.getPropertyName())
                : howToWrite(form(type).at(steps(e)));
    }

    /** A choice goes with all of its list: what stands behind it must keep its place. */
    private static boolean takeAway(JsonNode details, String pointer) {
        var place = JsonPointer.compile(pointer);
        while (place.head() != null && !(details.at(place.head()) instanceof ObjectNode)) {
            place = place.head();
        }
        return place.head() != null
                && details.at(place.head()) instanceof ObjectNode object
                && object.remove(place.last().getMatchingProperty()) != null;
    }

    private String howToWrite(Optional<Field> field) {
        return text(field.filter(Field.Input.class::isInstance)
                .map(input -> "requests.details."
                        + ((Field.Input) input).kind().name().toLowerCase(Locale.ROOT))
                .orElse("requests.details.form"));
    }

    /** Names of components; which row it is does not matter. */
    private static List<String> steps(DatabindException e) {
        return e.getPath().stream()
                .flatMap(step -> Stream.ofNullable(step.getPropertyName()))
                .toList();
    }

    private static String pointer(DatabindException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String pointer(String path) {
        String steps = path.replaceAll("\\[(\\d+)]", ".$1").replaceAll("\\.<[^>]*>", "");
        return "/details/" + DetailsForm.snake(steps).replace('.', '/');
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
