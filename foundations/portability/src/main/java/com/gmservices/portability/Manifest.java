package com.gmservices.portability;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an archive says of itself: the header comes first, the list of what was in it last. */
record Manifest(List<Item> entries) {

    /** The only form there is so far. */
    static final int FORMAT = 1;

    static final String HEADER = "export.json";
    static final String LIST = "manifest.json";
    static final String VOUCHER = "manifest.hmac";
    static final String READ_ME = "README.txt";
    static final String TABLES = "tables/";
    static final String FILES = "files/";

    Manifest {
        entries = List.copyOf(entries);
    }

    /** @param rows of a table; null of anything else */
    record Item(
            String name, long size, String sha256, @Nullable Long rows) {}

    /**
     * @param salt in base64, of the key that the passphrase gives
     * @param schema each table's columns with their types
     * @param versions how far each module's migrations had come
     * @param trail how the trail's chain ended there: it goes on from a new seal
     */
    record Header(
            int format,
            String exportedAt,
            String salt,
            int rounds,
            String business,
            String slug,
            Map<String, List<String>> schema,
            Map<String, String> versions,
            Map<String, String> trail) {}

    /** Of an entry {@code tables/requests.request.jsonl}: {@code requests.request}. */
    static String table(String entry) {
        return entry.substring(TABLES.length(), entry.length() - ".jsonl".length());
    }

    static String entry(Table table) {
        return TABLES + table.name() + ".jsonl";
    }
}
