package com.gmservices;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form that came back, as a browser without script and a screen reader have it. */
record FilledInPage(Document page) {

    static FilledInPage of(String html) {
        return new FilledInPage(Jsoup.parse(html));
    }

    /** What a screen reader says with a field, or with the group of choices or list that it is; empty for nothing. */
    String saidBeside(String path) {
        Element holder = holder(path);
        return Arrays.stream(holder.attr("aria-describedby").split(" "))
                .filter(id -> id.endsWith("-error"))
                .map(page::getElementById)
                .filter(Objects::nonNull)
                .map(Element::text)
                .collect(Collectors.joining(" "));
    }

    /** Whether the field itself says that it is wrong; a list as a whole has no way to say so. */
    boolean isMarked(String path) {
        Element holder = holder(path);
        boolean isList = holder.id().equals(id(path)) && holder.normalName().equals("fieldset");
        return isList
                || Stream.concat(Stream.of(holder), holder.select("[name=" + path + "]").stream())
                        .anyMatch(field -> field.attr("aria-invalid").equals("true"));
    }

    /** All that the form says is wrong with it. */
    List<String> said() {
        return page.select("main form .invalid-feedback").eachText().stream()
                .sorted()
                .toList();
    }

    /** What the browser would send if it were sent again. */
    Map<String, List<String>> typed() {
        var form = (FormElement) Objects.requireNonNull(page.selectFirst("main form"));
        return form.formData().stream()
                .filter(field -> field.key().startsWith("details."))
                .filter(field -> !field.value().isBlank())
                .collect(Collectors.groupingBy(KeyVal::key, Collectors.mapping(KeyVal::value, Collectors.toList())));
    }

    private Element holder(String path) {
        Element field = page.selectFirst("main form [name=" + path + "]");
        if (field == null) {
            return Objects.requireNonNull(page.getElementById(id(path)), path);
        }
        return field.attr("type").equals("radio") || field.attr("type").equals("checkbox")
                ? Objects.requireNonNull(field.closest("fieldset"))
                : field;
    }

    private static String id(String path) {
        return path.replace('.', '-');
    }
}
