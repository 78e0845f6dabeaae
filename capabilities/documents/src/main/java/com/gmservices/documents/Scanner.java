package com.gmservices.documents;

import java.io.IOException;
import java.nio.file.Path;

/** Looks a file over for what harms those who open it. */
interface Scanner {

    /** @throws IOException when it cannot be asked: then the file waits */
    Verdict scan(Path file) throws IOException;

    sealed interface Verdict {

        /** @param asked whether anybody has looked at all */
        record Harmless(boolean asked) implements Verdict {}

        /** @param what as the scanner calls it */
        record Harmful(String what) implements Verdict {}

        /** The scanner takes none of this size. */
        record TooLarge() implements Verdict {}
    }
}
