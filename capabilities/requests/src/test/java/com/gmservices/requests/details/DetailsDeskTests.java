package com.gmservices.requests.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.HaulOut;
import com.gmservices.requests.HaulOut.Hull;
import com.gmservices.requests.HaulOut.Job;
import com.gmservices.requests.HaulOut.Mooring;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Refusal.FieldError;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest
class DetailsDeskTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Autowired
    DetailsDesk desk;

    @Autowired
    ServiceLines lines;

    @Autowired
    JsonMapper json;

    ServiceType haulOut = new ServiceType("haul_out", HaulOut.class, HaulOut::example);

    @BeforeEach
    void findType() {
        haulOut = lines.type("haul_out");
    }

    @Test
    void whatIsTypedIsWhatIsStored() {
        ObjectNode typed = desk.fromForm(haulOut, exampleAsTyped());
        HaulOut record = (HaulOut) desk.read(haulOut, typed);
        JsonNode stored = json.readTree(json.writeValueAsString(desk.write(record)));

        assertThat(record).isEqualTo(HaulOut.example(TODAY));
        assertThat(desk.stored(haulOut, stored)).isEqualTo(record);
        assertThat(desk.read(haulOut, stored)).isEqualTo(record);
    }

    @Test
    void whatWasAskedTwiceIsToldWithItsPlace() {
        var typed = new LinkedHashMap<>(exampleAsTyped());
        typed.put("details.spares.1.name", List.of("Rope"));

        assertThat(desk.told(haulOut, desk.fromForm(haulOut, typed), Currency.getInstance("NGN"), Locale.ENGLISH))
                .contains(
                        new Told("Harbour", "Apapa"),
                        new Told("Spare parts 1: Part", "Anode"),
                        new Told("Spare parts 2: Part", "Rope"),
                        new Told("How many", "3"));
    }

    @Test
    void whatIsLeftEmptyIsLeftOut() {
        var typed = new LinkedHashMap<>(exampleAsTyped());
        typed.keySet().removeIf(name -> name.startsWith("details.spares") || name.equals("details.insured"));
        for (String name : List.of(
                "masts",
                "needed_by",
                "high_water",
                "story",
                "mooring.berth_number",
                "engine.make",
                "engine.horse_power")) {
            typed.put("details." + name, List.of(" "));
        }

        assertThat(desk.read(haulOut, desk.fromForm(haulOut, typed)))
                .isEqualTo(new HaulOut(
                        "Albatross",
                        new BigDecimal("11.4"),
                        null,
                        Hull.WOOD,
                        List.of(Job.WASH, Job.ZINC),
                        null,
                        null,
                        null,
                        null,
                        new Mooring("Apapa", null),
                        null,
                        List.of()));
    }

    @Test
    void rowsInBetweenMayStayEmpty() {
        var typed = new LinkedHashMap<>(exampleAsTyped());
        typed.put("details.spares.0.name", List.of(""));
        typed.put("details.spares.0.quantity", List.of(""));
        typed.put("details.spares.2.name", List.of("Impeller"));
        typed.put("details.spares.2.quantity", List.of("1"));

        assertThat(((HaulOut) desk.read(haulOut, desk.fromForm(haulOut, typed))).spares())
                .containsExactly(new HaulOut.Spare("Impeller", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "boat, '', /details/boat",
        "length, eleven, /details/length",
        "length, 1.4, /details/length",
        "length, 60.1, /details/length",
        "masts, 1.5, /details/masts",
        "masts, 8, /details/masts",
        "hull, bronze, /details/hull",
        "jobs, paint, /details/jobs/0",
        "needed_by, tomorrow, /details/needed_by",
        "high_water, 25:00, /details/high_water",
        "high_water, noon, /details/high_water",
        "mooring.harbour, '', /details/mooring",
        "engine.make, '', /details/engine/make",
        "spares.0.quantity, 0, /details/spares/0/quantity",
        "spares.0.name, '', /details/spares/0/name"
    })
    void whatIsWrongIsToldWhereItIs(String field, String text, String pointer) {
        var typed = new LinkedHashMap<>(exampleAsTyped());
        typed.put("details." + field, List.of(text));

        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> desk.read(haulOut, desk.fromForm(haulOut, typed)))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .allMatch(where -> where.startsWith(pointer)));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        ObjectNode details = example();
        details.put("boat", " ").put("length", 100).put("masts", -1);

        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> desk.read(haulOut, details))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/details/boat", "/details/length", "/details/masts"));
    }

    @Test
    void whatCannotBeReadIsToldWithTheRest() {
        ObjectNode details = example();
        details.put("boat", " ").put("length", "long").put("masts", "two");

        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> desk.read(haulOut, details))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/details/boat", "/details/length", "/details/masts"));
    }

    @Test
    void fieldsThatThereAreNotAreRefused() {
        ObjectNode details = example();
        ((ObjectNode) details.get("engine")).put("colour", "red");

        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> desk.read(haulOut, details))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/details/engine/colour"));
    }

    @Test
    void detailsAreAnObject() {
        for (String nonsense : List.of("[]", "null", "7", "\"boat\"")) {
            assertThatExceptionOfType(Unfit.class).isThrownBy(() -> desk.read(haulOut, json.readTree(nonsense)));
        }
    }

    @Test
    void theFormAsksInTheOrderOfTheRecord() {
        assertThat(desk.form(haulOut).fields())
                .extracting(Field::name)
                .containsExactly(
                        "boat",
                        "length",
                        "masts",
                        "hull",
                        "jobs",
                        "insured",
                        "needed_by",
                        "high_water",
                        "story",
                        "mooring",
                        "engine",
                        "spares");
        assertThat(desk.form(haulOut).fields())
                .filteredOn(Field::required)
                .extracting(Field::name)
                .containsExactly("boat", "length", "hull", "jobs", "mooring");
    }

    @Test
    void theSchemaIsOneAndItsExampleFits() {
        ObjectNode schema = desk.schema(haulOut, TODAY);
        Schema rules = SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(rules.validate(schema)).isEmpty();
        assertThat(validate(schema, schema.at("/examples/0"))).isEmpty();
        assertThat(desk.read(haulOut, schema.at("/examples/0"))).isEqualTo(HaulOut.example(TODAY));
    }

    @Test
    void theSchemaRefusesWhatTheRecordRefuses() {
        ObjectNode schema = desk.schema(haulOut, TODAY);
        var wrong = new ArrayList<ObjectNode>();
        wrong.add(example().without(List.of("boat")));
        wrong.add(example().put("length", 60.1));
        wrong.add(example().put("masts", 8));
        wrong.add(example().put("masts", "two"));
        wrong.add(example().put("hull", "bronze"));
        wrong.add(example().put("high_water", "6.30 am"));
        wrong.add(example().put("boat", "x".repeat(61)));
        wrong.add(example().put("colour", "red"));
        wrong.add(example().without(List.of("mooring")));
        ObjectNode fourSpares = example();
        for (int more = 0; more < 3; more++) {
            fourSpares.withArray("spares").addObject().put("name", "Anode").put("quantity", 1);
        }
        wrong.add(fourSpares);

        assertThat(wrong).allSatisfy(details -> {
            assertThat(validate(schema, details)).isNotEmpty();
            assertThatExceptionOfType(Unfit.class).isThrownBy(() -> desk.read(haulOut, details));
        });
    }

    private static List<Error> validate(ObjectNode schema, JsonNode details) {
        return SCHEMAS.getSchema(schema).validate(details);
    }

    private ObjectNode example() {
        return (ObjectNode) desk.write(HaulOut.example(TODAY));
    }

    private static Map<String, List<String>> exampleAsTyped() {
        var typed = new LinkedHashMap<String, List<String>>();
        typed.put("details.boat", List.of(" Albatross "));
        typed.put("details.length", List.of("11.4"));
        typed.put("details.masts", List.of("2"));
        typed.put("details.hull", List.of("wood"));
        typed.put("details.jobs", List.of("wash", "zinc"));
        typed.put("details.insured", List.of("true"));
        typed.put("details.needed_by", List.of("2026-12-07"));
        typed.put("details.high_water", List.of("06:30"));
        typed.put("details.story", List.of("She touched a sandbank."));
        typed.put("details.mooring.harbour", List.of("Apapa"));
        typed.put("details.mooring.berth_number", List.of("C 12"));
        typed.put("details.engine.make", List.of("Volvo"));
        typed.put("details.engine.horse_power", List.of("40"));
        typed.put("details.spares.0.name", List.of("Anode"));
        typed.put("details.spares.0.quantity", List.of("3"));
        typed.put("details.spares.1.name", List.of(""));
        return typed;
    }
}
