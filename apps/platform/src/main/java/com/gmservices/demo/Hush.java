package com.gmservices.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** While the past is played nobody is told of it; with a mail server, of nothing that is played. */
@Component
@Conditional(DemoWanted.class)
class Hush {

    private final boolean mailsGoOut;
    private volatile boolean on;

    Hush(@Value("${gm.mail.host:}") String mailServer) {
        this.mailsGoOut = !mailServer.isBlank();
    }

    boolean isOn() {
        return on;
    }

    void over(boolean past) {
        on = past || mailsGoOut;
    }

    void lift() {
        on = false;
    }
}
