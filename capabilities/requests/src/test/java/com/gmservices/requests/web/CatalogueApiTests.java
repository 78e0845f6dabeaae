package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.web.Client.Answer;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CatalogueApiTests {

    private static final String CRANE = """
            {"service_type": "haul_out", "name": "Crane out and in", "pricing": "fixed",
             "price": {"amount": 900000, "currency": "NGN"},
             "tiers": [{"code": "long", "name": "Over 12 metres", "price": {"amount": 1500000, "currency": "NGN"}}],
             "duration_minutes": 120}
            """;

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    Yard yard;
    Client ada;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        ada = clients.program(yard.ada());
    }

    @Test
    void typesAreForEverybody() {
        JsonNode types = clients.anybody().get("/service-types").json().get("data");

        assertThat(types).hasSize(2);
        assertThat(types.get(0).toString())
                .isEqualTo("{\"code\":\"haul_out\",\"domain\":\"logistics\",\"name\":\"Haul-out\","
                        + "\"description\":\"Out of the water, and what is to be done there.\"}");
    }

    @Test
    void whatIsAddedIsShown() {
        Answer added = ada.post("/services", CRANE);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        JsonNode offering = added.json();
        assertThat(fields(offering))
                .containsExactly(
                        "id",
                        "domain",
                        "service_type",
                        "name",
                        "description",
                        "pricing",
                        "price",
                        "tiers",
                        "add_ons",
                        "duration_minutes",
                        "rating",
                        "active",
                        "revision",
                        "details_schema");
        assertThat(offering.get("price").toString()).isEqualTo("{\"amount\":900000,\"currency\":\"NGN\"}");
        assertThat(offering.get("rating").toString()).isEqualTo("{\"average\":null,\"count\":0}");
        Client stranger = clients.stranger(yard);
        assertThat(stranger.get(added.header("Location").substring("/api/v1".length()))
                        .json())
                .isEqualTo(offering);
        assertThat(stranger.get("/services").json().at("/data/0")).isEqualTo(offering);
    }

    @Test
    void theSchemaOfTheDetailsTakesItsExample() {
        JsonNode schema = ada.post("/services", CRANE).json().get("details_schema");

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(schema.at("/examples/0")))
                .isEmpty();
    }

    @Test
    void theExampleCanBeOrderedAsItStands() {
        JsonNode offering = ada.post("/services", CRANE).json();

        Answer ordered = clients.program(yard.chidi())
                .post(
                        "/service-requests",
                        "{\"service_id\": %s, \"details\": %s}"
                                .formatted(offering.get("id"), offering.at("/details_schema/examples/0")));
        assertThat(ordered.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{}'                                                                    | /name",
                "'{\"service_type\": \"haul_out\", \"name\": \"x\", \"pricing\": \"fixed\"}'       | /price",
                "'{\"service_type\": \"haul_out\", \"name\": \"x\", \"pricing\": \"free\"}'        | /pricing",
                "'{\"service_type\": \"dry_cleaning\", \"name\": \"x\", \"pricing\": \"quote\"}'   | /service_type",
                "'{\"service_type\": \"haul_out\", \"name\": \"x\\ty\", \"pricing\": \"quote\"}'   | /name",
                "'{\"service_type\": \"haul_out\", \"name\": \"x\", \"pricing\": \"quote\", \"duration_minutes\": 0}' "
                        + "| /duration_minutes",
                "'{\"service_type\": \"haul_out\", \"name\": \"x\", \"pricing\": \"fixed\", "
                        + "\"price\": {\"amount\": 1, \"currency\": \"USD\"}}' | /price/currency",
                "'{\"service_type\": \"haul_out\", \"name\": \"x\", \"pricing\": \"fixed\", "
                        + "\"price\": {\"amount\": -1, \"currency\": \"NGN\"}}' | /price/amount",
                "'{\"service_type\": \"haul_out\", \"name\": \"x\", \"pricing\": \"quote\", \"tiers\": [{}]}' "
                        + "| /tiers/0/code",
                "'{\"service_type\": \"haul_out\", \"name\": \"x\", \"pricing\": \"quote\", \"add_ons\": [null]}' "
                        + "| /add_ons/0"
            })
    void whatDoesNotFitIsToldWhereItIs(String body, String pointer) {
        Answer refused = ada.post("/services", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("invalid");
        assertThat(refused.json().get("errors").findValuesAsString("pointer")).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource({"'{\"colour\": \"red\"}'", "'[]'", "'{\"name\": '", "''"})
    void whatCannotBeReadIsMalformed(String body) {
        assertThat(ada.post("/services", body).status()).isEqualTo(400);
    }

    @Test
    void textThatCannotBeStoredIsMalformed() {
        assertThat(ada.post(
                                "/services",
                                "{\"service_type\": \"haul_out\", \"name\": \"x\", \"pricing\": \"quote\","
                                        + " \"description\": \"\\u0000\"}")
                        .status())
                .isEqualTo(400);
        assertThat(clients.stranger(yard).get("/services?q=%00").json().get("data"))
                .isEmpty();
    }

    @Test
    void whatIsLeftOutStaysAndNullRemoves() {
        String id = ada.post("/services", CRANE).at("/id");

        Answer changed = ada.patch(
                "/services/" + id, 1, "{\"price\": {\"amount\": 950000}, \"duration_minutes\": null, \"tiers\": []}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        JsonNode offering = changed.json();
        assertThat(offering.get("name").asString()).isEqualTo("Crane out and in");
        assertThat(offering.get("price").toString()).isEqualTo("{\"amount\":950000,\"currency\":\"NGN\"}");
        assertThat(offering.has("duration_minutes")).isFalse();
        assertThat(offering.get("tiers")).isEmpty();
    }

    @Test
    void whatIsQuotedFromNowOnLosesItsPrice() {
        String id = ada.post("/services", CRANE).at("/id");

        JsonNode quoted =
                ada.patch("/services/" + id, 1, "{\"pricing\": \"quote\"}").json();
        assertThat(quoted.has("price")).isFalse();
        assertThat(ada.patch("/services/" + id, 2, "{\"pricing\": \"from\"}").at("/errors/0/pointer"))
                .isEqualTo("/price");
    }

    @Test
    void changesAreHeldAgainstTheSameRules() {
        String id = "/services/" + ada.post("/services", CRANE).at("/id");

        assertThat(ada.patch(id, 1, "{\"name\": null}").at("/errors/0/pointer")).isEqualTo("/name");
        assertThat(ada.patch(id, 1, "{\"tiers\": [{\"code\": \"x\"}]}")
                        .json()
                        .get("errors")
                        .findValuesAsString("pointer"))
                .contains("/tiers/0/name", "/tiers/0/price");
        assertThat(ada.patch(id, 1, "{\"colour\": \"red\"}").status()).isEqualTo(400);
        assertThat(ada.patch(id, 1, "[]").status()).isEqualTo(400);
    }

    @Test
    void whoHasSeenAnOlderVersionIsTold() {
        String id = "/services/" + ada.post("/services", CRANE).at("/id");
        ada.patch(id, 1, "{\"active\": false}");

        assertThat(ada.patch(id, 1, "{\"active\": true}").status()).isEqualTo(412);
    }

    @Test
    void whatIsNotOnOfferIsForStaffOnly() {
        String id = "/services/" + ada.post("/services", CRANE).at("/id");
        ada.patch(id, 1, "{\"active\": false}");

        for (Client outside : List.of(clients.stranger(yard), clients.program(yard.chidi()))) {
            assertThat(outside.get(id).status()).isEqualTo(404);
            assertThat(outside.get("/services").json().get("data")).isEmpty();
        }
        assertThat(clients.program(yard.ben()).get(id).status()).isEqualTo(200);
        assertThat(clients.program(yard.ben()).get("/services").json().get("data"))
                .hasSize(1);
    }

    @Test
    void onlyAdministratorsChangeIt() {
        String id = "/services/" + ada.post("/services", CRANE).at("/id");

        assertThat(clients.program(yard.ben()).post("/services", CRANE).status())
                .isEqualTo(403);
        assertThat(clients.program(yard.chidi()).patch(id, 1, "{}").status()).isEqualTo(403);
        assertThat(clients.stranger(yard).post("/services", CRANE).status()).isEqualTo(401);
        Yard elsewhere = boatyard.open();
        assertThat(clients.program(elsewhere.ada()).patch(id, 1, "{}").status()).isEqualTo(404);
        assertThat(clients.program(elsewhere.ada()).get(id).status()).isEqualTo(404);
    }

    @Test
    void theListIsCutAndGoesOn() {
        for (int each = 0; each < 3; each++) {
            ada.post("/services", CRANE);
        }
        Client stranger = clients.stranger(yard);
        JsonNode first = stranger.get("/services?limit=2").json();
        JsonNode second = stranger.get(
                        "/services?limit=2&cursor=" + first.get("next_cursor").asString())
                .json();

        assertThat(first.get("data")).hasSize(2);
        assertThat(second.get("data")).hasSize(1);
        assertThat(second.get("has_more").asBoolean()).isFalse();
        assertThat(stranger.get("/services?domain=finance").json().get("data")).isEmpty();
        assertThat(stranger.get("/services?q=METRE").json().get("data")).isEmpty();
        assertThat(stranger.get("/services?q=crane").json().get("data")).hasSize(3);
        assertThat(stranger.get("/services?domain=nonsense").status()).isEqualTo(400);
        assertThat(stranger.get("/services?cursor=nonsense").status()).isEqualTo(400);
        assertThat(stranger.get("/services?limit=101").status()).isEqualTo(422);
    }

    @Test
    void providersAreWhoCanBeAssigned() {
        Answer added = ada.post(
                "/providers",
                "{\"name\": \"Ben\", \"member_id\": \"%s\", \"service_types\": [\"haul_out\"]}"
                        .formatted(yard.ben().id()));
        assertThat(added.status()).isEqualTo(201);
        String path = "/providers/" + added.at("/id");

        JsonNode firm = ada.patch(path, 1, "{\"name\": \"Ben & Sons\", \"member_id\": null}")
                .json();
        assertThat(firm.has("member_id")).isFalse();
        assertThat(firm.get("service_types").toString()).isEqualTo("[\"haul_out\"]");
        assertThat(clients.program(yard.ben()).get("/providers").json().at("/data/0"))
                .isEqualTo(firm);
        assertThat(clients.program(yard.ben()).patch(path, 2, "{}").status()).isEqualTo(403);
        assertThat(clients.program(yard.chidi()).get("/providers").status()).isEqualTo(403);
        assertThat(ada.patch(path, 1, "{}").status()).isEqualTo(412);
        assertThat(ada.patch(path, 2, "{\"service_types\": []}").at("/errors/0/pointer"))
                .isEqualTo("/service_types");
        assertThat(ada.patch(path, 2, "{\"service_types\": [null]}").at("/errors/0/pointer"))
                .isEqualTo("/service_types/0");
        assertThat(ada.post("/providers", "{\"name\": \"Eve\", \"service_types\": [\"x\"]}")
                        .at("/errors/0/pointer"))
                .isEqualTo("/service_types");
        assertThat(clients.program(boatyard.open().ada()).get(path).status()).isEqualTo(404);
    }

    private static List<String> fields(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }
}
