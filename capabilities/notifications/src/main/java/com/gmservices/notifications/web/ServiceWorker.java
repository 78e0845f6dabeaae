package com.gmservices.notifications.web;

import com.gmservices.tenancy.Allow;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The script that a browser runs when a push service wakes it. It serves the folder in which it lies, so it lies at the top. */
@Controller
class ServiceWorker {

    private static final Resource SCRIPT = new ClassPathResource("notifications/service-worker.js");

    @Allow(Allow.EVERYONE)
    @GetMapping("/service-worker.js")
    ResponseEntity<Resource> script() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(SCRIPT);
    }
}
