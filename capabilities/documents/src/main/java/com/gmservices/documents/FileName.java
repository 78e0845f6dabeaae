package com.gmservices.documents;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is kept and shown: no path, nothing that does not show (a right-to-left mark makes {@code exe.jpg} of
 * {@code gpj.exe}), nothing that a file system reads otherwise. It is never part of an address in the store.
 */
record FileName(String stem, String extension) {

    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 10;

    static FileName of(@Nullable String sent) {
        String name = sent == null ? "" : sent;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[\"<>|:*?]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        int dot = name.lastIndexOf('.');
        String extension = dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (extension.length() > LONGEST_EXTENSION || !extension.matches("[a-z0-9]*")) {
            extension = "";
        }
        String stem = extension.isEmpty() ? name : name.substring(0, dot);
        return new FileName(stem.isBlank() ? "file" : shortened(stem), extension);
    }

    /** Never through the middle of a character that takes two. */
    private static String shortened(String stem) {
        int most = LONGEST - LONGEST_EXTENSION - 1;
        if (stem.length() <= most) {
            return stem;
        }
        return stem.substring(0, Character.isHighSurrogate(stem.charAt(most - 1)) ? most - 1 : most);
    }

    FileName with(FileKind kind) {
        return kind.extensions().contains(extension)
                ? this
                : new FileName(stem, kind.extensions().getFirst());
    }

    @Override
    public String toString() {
        return extension.isEmpty() ? stem : stem + "." + extension;
    }
}
