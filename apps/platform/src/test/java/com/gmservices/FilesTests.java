package com.gmservices;

import static com.gmservices.Program.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Files on a request, over HTTP: who is served, and how. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesTests {

    private static final String BASE = "/api/v1/documents";

    @LocalServerPort
    int port;

    private Business business;
    private String request;

    @BeforeAll
    void ask() {
        business = new Business(port);
        request = business.ask("maintenance_repair");
    }

    @Test
    void aPhotoIsServedToWhoeverSeesTheRequestAndToNobodyElse() throws IOException {
        JsonNode photo = json(attach(business.customer, "Stoßstange.jpg", picture()));
        String path = BASE + "/" + photo.path("id").asString();
        assertThat(photo.path("state").asString()).isEqualTo("skipped");
        assertThat(photo.path("media_type").asString()).isEqualTo("image/jpeg");

        HttpResponse<String> served = business.staff.call("GET", path + "/content", null);
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(header(served, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(served, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Sto%C3%9Fstange.jpg");
        assertThat(header(served, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(served, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(header(served, "Cache-Control")).contains("private");
        assertThat(header(business.customer.call("GET", path + "/thumbnail", null), "Content-Type"))
                .isEqualTo("image/jpeg");

        assertThat(business.otherCustomer.call("GET", path + "/content", null).statusCode())
                .isEqualTo(404);
        assertThat(business.visitor.call("GET", path + "/content", null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPartIsServedAsAPart() {
        JsonNode note = json(attach(business.customer, "Note.txt", text("0123456789")));
        String path = BASE + "/" + note.path("id").asString() + "/content";

        HttpResponse<String> part = business.customer.with("Range", "bytes=3-5").call("GET", path, null);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("345");
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 3-5/10");
        assertThat(business.customer
                        .with("Range", "bytes=20-")
                        .call("GET", path, null)
                        .statusCode())
                .isEqualTo(416);
    }

    @Test
    void aLinkOpensWithoutATokenAndNoOtherDoes() {
        JsonNode note = json(attach(business.customer, "Note.txt", text("It squeals")));
        JsonNode link =
                business.customer.done("POST", BASE + "/" + note.path("id").asString() + "/links", null);
        String page = URI.create(link.path("url").asString()).getPath();

        assertThat(Browser.at(port).get(page).body()).isEqualTo("It squeals");
        assertThat(Browser.at(port)
                        .get(page.substring(0, page.length() - 3) + "AAA")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUploadGoesOnWhereItWasBroken() throws Exception {
        byte[] content = text("It squeals at the left. ".repeat(100));
        JsonNode begun = business.customer.done(
                "POST",
                BASE + "/uploads",
                Map.of(
                        "subject_id",
                        request,
                        "name",
                        "Note.txt",
                        "size",
                        content.length,
                        "sha256",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(content))));
        assertThat(begun.path("method").asString()).isEqualTo("PATCH");
        String path = URI.create(begun.path("upload_url").asString()).getPath();
        Program sender = Program.at(port);
        for (Map.Entry<String, JsonNode> header : begun.path("headers").properties()) {
            sender = sender.with(header.getKey(), header.getValue().asString());
        }

        assertThat(sender.send("PATCH", path, BodyPublishers.ofByteArray(content, 0, 1000))
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> progress = sender.send("HEAD", path, BodyPublishers.noBody());
        assertThat(header(progress, "Upload-Offset")).isEqualTo("1000");
        HttpResponse<String> rest = sender.with("Upload-Offset", "1000")
                .send("PATCH", path, BodyPublishers.ofByteArray(content, 1000, content.length - 1000));
        assertThat(header(rest, "Upload-Offset")).isEqualTo(String.valueOf(content.length));
        JsonNode complete = business.customer.done(
                "POST", BASE + "/" + begun.path("document_id").asString() + "/complete", null);
        assertThat(complete.path("state").asString()).isEqualTo("skipped");
    }

    @Test
    void whatLiesIsRefusedInWords() {
        HttpResponse<String> answer =
                attach(business.customer, "photo.jpg", text("<svg><script>alert(1)</script></svg>"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("code").asString()).isEqualTo("file-content");
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/file");
    }

    @Test
    void theScriptOfThePageGetsTheCardWithWhatWasWrong() {
        HttpResponse<String> answer = Browser.signedIn(port, business.email("ben"))
                .submitInPlace(
                        "/t/" + business.slug + "/documents", Map.of("kind", "service-request", "subject", request));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"documents\"", "id=\"document-problems\"", "Choose a file first")
                .doesNotContain("<html");
    }

    @Test
    void filesAreReadOnlyWhereTheyAreTaken() {
        Program sender = business.customer.with("Content-Type", "multipart/form-data; boundary=b");

        assertThat(sender.send("POST", "/api/v1/service-requests", BodyPublishers.ofString("--b--"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(Program.at(port)
                        .with("Content-Type", "multipart/form-data; boundary=b")
                        .send("POST", "/t/" + business.slug + "/documents", BodyPublishers.ofString("--b--"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theRequestTellsOfIt() {
        JsonNode note = json(attach(business.customer, "Receipt.txt", text("Paid")));

        String page = Browser.signedIn(port, business.email("ben"))
                .get("/t/" + business.slug + "/requests/" + request)
                .body();
        assertThat(page).contains("Receipt.txt", "/documents/" + note.path("id").asString(), "File added");
        await().untilAsserted(() -> assertThat(business.staff
                        .done("GET", "/api/v1/notifications?limit=100", null)
                        .toString())
                .contains("New files for"));
    }

    private HttpResponse<String> attach(Program sender, String name, byte[] content) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(text("--b\r\nContent-Disposition: form-data; name=\"subject_id\"\r\n\r\n" + request + "\r\n"));
        form.writeBytes(text("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        form.writeBytes(content);
        form.writeBytes(text("\r\n--b--\r\n"));
        return sender.with("Content-Type", "multipart/form-data; boundary=b")
                .send("POST", BASE, BodyPublishers.ofByteArray(form.toByteArray()));
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
