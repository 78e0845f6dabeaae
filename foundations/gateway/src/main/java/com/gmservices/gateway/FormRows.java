package com.gmservices.gateway;

import java.util.Iterator;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/** Rows of forms are numbered in the names of their fields; binding fails on a number that is beyond its limit. */
@ControllerAdvice
class FormRows {

    private static final Pattern BEYOND = Pattern.compile("\\[\\d{3,}]");

    @InitBinder
    void refuseBeyond(WebRequest request) {
        for (Iterator<String> names = request.getParameterNames(); names.hasNext(); ) {
            if (BEYOND.matcher(names.next()).find()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A form has at most 100 rows");
            }
        }
    }
}
