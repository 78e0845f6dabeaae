package com.gmservices.documents;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** A scanner that says what the test has it say: nothing, as when there is none, unless told otherwise. */
@Component
@Primary
class Doorkeeper implements Scanner {

    private volatile Scanner says = file -> new Verdict.Harmless(false);

    @Override
    public Verdict scan(Path file) throws IOException {
        return says.scan(file);
    }

    void say(Scanner answer) {
        says = answer;
    }

    void leave() {
        say(file -> new Verdict.Harmless(false));
    }
}
