package com.gmservices.identity;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the shell gives templates. */
@ControllerAdvice
class TemplateStandIns {

    public record Assets() {

        public String path(String path) {
            return path;
        }
    }

    @ModelAttribute("assets")
    Assets assets() {
        return new Assets();
    }
}
