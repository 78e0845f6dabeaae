package com.gmservices.portability;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comment in the database's catalogue says of a table or a column. Parts of a comment are divided by semicolons;
 * those that begin otherwise are for people. Of a column:
 *
 * <ul>
 *   <li>{@code personal: whose member} (or {@code identity}, either as {@code person}, or {@code email}): the row belongs
 *       to the person whom this names;
 *   <li>{@code personal: whose requests.request}: it belongs to whoever the row with this id there belongs to. A foreign
 *       key says so without a comment;
 *   <li>{@code personal: erased} or {@code erased to …}: what becomes of the value when the person is erased: nothing, or
 *       this, in which <code>{id}</code> is the row's id;
 *   <li>{@code personal: kept …}: it stays for a reason; {@code secret}: it is shown to nobody, the person neither;
 *       {@code none}: nothing in it is of a person;
 *   <li>{@code tenant: whose}: a table without {@code tenant_id} whose row goes with that business, {@code mentioned}: with
 *       a business whose id stands somewhere in it.
 * </ul>
 *
 * Of a table: {@code personal: rows go} with the person, {@code derived} from others; {@code export: stays here} (of a column too), {@code export: added}
 * beside what an empty business has there already, {@code export: replaced} in its place.
 */
record Note(List<String> words) {

    static final Note NONE = new Note(List.of());

    private static final String PERSONAL = "personal: ";

    Note {
        words = List.copyOf(words);
    }

    static Note of(@Nullable String comment) {
        var words = new ArrayList<String>();
        for (String part : comment == null ? new String[0] : comment.split(";")) {
            String text = part.strip();
            if (text.startsWith(PERSONAL)) {
                words.addAll(List.of(text.substring(PERSONAL.length()).split(", ", 2)));
            } else {
                words.add(text);
            }
        }
        return new Note(words);
    }

    /** {@code member}, {@code identity}, {@code person}, {@code email}, or a table. */
    @Nullable
    String whose() {
        return after("whose ");
    }

    boolean isErased() {
        return words.contains("erased") || erasedTo() != null;
    }

    @Nullable
    String erasedTo() {
        return after("erased to ");
    }

    boolean isSecret() {
        return words.contains("secret");
    }

    boolean isKept() {
        return words.stream().anyMatch(word -> word.startsWith("kept "));
    }

    boolean isSaid() {
        return words.contains("none") || isErased() || isSecret() || isKept() || whose() != null;
    }

    /** Made of what stands elsewhere, so that nobody needs it twice. */
    boolean isDerived() {
        return words.contains("derived");
    }

    boolean rowsGo() {
        return words.contains("rows go");
    }

    boolean staysHere() {
        return words.contains("export: stays here");
    }

    /** An empty business has rows here, which those of the one that comes take the place of. */
    boolean isReplaced() {
        return words.contains("export: replaced");
    }

    boolean isAdded() {
        return words.contains("export: added");
    }

    boolean isTenant() {
        return words.contains("tenant: whose");
    }

    boolean mentionsTenants() {
        return words.contains("tenant: mentioned");
    }

    private @Nullable String after(String beginning) {
        return words.stream()
                .filter(word -> word.startsWith(beginning))
                .map(word -> word.substring(beginning.length()))
                .findFirst()
                .orElse(null);
    }
}
