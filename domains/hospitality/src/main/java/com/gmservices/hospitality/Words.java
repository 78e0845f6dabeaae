package com.gmservices.hospitality;

import com.gmservices.requests.line.Typed;
import org.jspecify.annotations.Nullable;

/** Several lines that need not be there. */
final class Words {

    private Words() {}

    static @Nullable String optional(@Nullable String text) {
        String words = Typed.words(text);
        return words.isEmpty() ? null : words;
    }
}
