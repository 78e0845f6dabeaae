package com.gmservices.billing;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A paper as PDF, with fonts of its own, so that every name can be read and it looks the same everywhere. */
@Component
class Print {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    private final ITemplateEngine templates;

    Print(ITemplateEngine templates) {
        this.templates = templates;
    }

    byte[] pdf(Paper paper, String accent, Locale locale) {
        String page = templates.process("billing/print", new Context(locale, Map.of("paper", paper, "accent", accent)));
        var bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(
                            () -> font("DejaVuSans.ttf"), "DejaVu Sans", 400, PdfRendererBuilder.FontStyle.NORMAL, true)
                    .useFont(
                            () -> font("DejaVuSans-Bold.ttf"),
                            "DejaVu Sans",
                            700,
                            PdfRendererBuilder.FontStyle.NORMAL,
                            true)
                    // Nothing that stands on a paper is to be fetched from anywhere.
                    .useUriResolver((base, uri) -> null)
                    .withHtmlContent(page, null)
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(Print.class.getResourceAsStream(FONTS + name), name);
    }
}
