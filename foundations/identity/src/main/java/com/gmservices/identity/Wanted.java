package com.gmservices.identity;

import com.gmservices.identity.security.Calls;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was about to do when they were asked to prove who they are: to see a page, or to send a form, whose
 * fields travel in the page that asks and nowhere else.
 */
record Wanted(String path, boolean sent, Map<String, List<String>> fields) {

    /** Keeps the form's names apart from those of the page that carries them. */
    private static final String PREFIX = "with.";

    static Wanted page(@Nullable String next) {
        return new Wanted(Onward.within(next), false, Map.of());
    }

    /** The form that has just been sent. */
    static Wanted form(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                fields.put(PREFIX + name, List.of(values));
            }
        });
        return new Wanted(Calls.path(request), true, fields);
    }

    /** As the page that asked sends it along. */
    static Wanted carried(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                fields.put(name, List.of(values));
            }
        });
        return new Wanted(Onward.within(request.getParameter("next")), request.getParameter("sent") != null, fields);
    }

    /** Under the names that the form itself gave them. */
    public Map<String, List<String>> original() {
        var fields = new LinkedHashMap<String, List<String>>();
        this.fields.forEach((name, values) -> fields.put(name.substring(PREFIX.length()), values));
        return fields;
    }

    /** A download leaves the page before it where it is: then there has to be something to go on with. */
    public boolean stays() {
        return sent || path.matches("[^?]*\\.(csv|zip|json)(\\?.*)?");
    }
}
