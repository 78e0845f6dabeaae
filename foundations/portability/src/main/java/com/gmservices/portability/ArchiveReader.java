package com.gmservices.portability;

import com.gmservices.portability.Manifest.Header;
import com.gmservices.portability.Manifest.Item;
import com.gmservices.portability.PortabilityRefused.BadArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes through an archive from its first byte to its last, with a buffer in memory and no more. It comes from outside:
 * what it says of itself is believed when the passphrase vouches for it, and until then it may be anything, of any size.
 */
@Component
class ArchiveReader {

    private static final int LARGEST_HEADER = 4 << 20;
    private static final int LARGEST_LIST = 256 << 20;

    /** Text of rows packs well, but not that well: beyond it somebody means to fill our disks. */
    private static final long WORST_PACKING = 200;

    private static final long ALWAYS_ALLOWED = 16L << 20;

    private final JsonMapper json;

    ArchiveReader(JsonMapper json) {
        this.json = json;
    }

    /** Who is shown the tables and the files; what is left unread is passed over. */
    interface Visitor {
        void table(String name, InputStream lines) throws IOException;

        void file(String folder, String name, long size, InputStream content) throws IOException;
    }

    Header header(InputStream archive) {
        try (var zip = new ZipInputStream(archive, StandardCharsets.UTF_8)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(Manifest.HEADER)) {
                throw new BadArchive("This is not an export of a business");
            }
            Header header = json.readValue(zip.readNBytes(LARGEST_HEADER), Header.class);
            if (header.format() != Manifest.FORMAT) {
                throw new BadArchive("This export has the form %d; here the form %d is read"
                        .formatted(header.format(), Manifest.FORMAT));
            }
            return header;
        } catch (JacksonException | IOException | IllegalArgumentException e) {
            throw new BadArchive("This is not an export of a business, or it is damaged");
        }
    }

    static byte[] salt(Header header) {
        try {
            byte[] salt = Base64.getDecoder().decode(header.salt());
            boolean fits = header.rounds() >= PassphraseKey.FEWEST && header.rounds() <= PassphraseKey.MOST;
            if (fits && salt.length == PassphraseKey.SALT) {
                return salt;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new BadArchive("This export does not say what its passphrase is salted with");
    }

    /**
     * @param packed how many bytes the archive has
     * @throws BadArchive unless each byte is as it was written by somebody who knew the passphrase
     */
    Manifest check(InputStream archive, long packed, PassphraseKey key) {
        long allowance = Math.max(ALWAYS_ALLOWED, packed * WORST_PACKING);
        var found = new ArrayList<Item>();
        byte[] list = new byte[0];
        byte[] voucher = new byte[0];
        try (var zip = new ZipInputStream(archive, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var measured = new Measured(zip, allowance);
                switch (entry.getName()) {
                    case Manifest.LIST -> list = measured.readNBytes(LARGEST_LIST);
                    case Manifest.VOUCHER -> voucher = HexFormat.of().parseHex(text(measured.readNBytes(64)));
                    default -> {
                        measured.drain();
                        found.add(new Item(entry.getName(), measured.size(), measured.sha256(), null));
                    }
                }
                allowance -= measured.size();
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new BadArchive("The export is damaged: %s".formatted(e.getMessage()));
        } catch (IOException e) {
            throw new BadArchive("The export is damaged or cut off");
        }
        if (!key.vouchedFor(list, voucher)) {
            throw new BadArchive("The passphrase is another one, or the export was altered");
        }
        return compared(json.readValue(list, Manifest.class), found);
    }

    private static Manifest compared(Manifest manifest, List<Item> found) {
        List<Item> listed = manifest.entries().stream()
                .map(item -> new Item(item.name(), item.size(), item.sha256(), null))
                .toList();
        Set<Item> wrong = new HashSet<>(found);
        wrong.removeAll(new HashSet<>(listed));
        Set<Item> missing = new HashSet<>(listed);
        missing.removeAll(new HashSet<>(found));
        if (!wrong.isEmpty() || !missing.isEmpty() || found.size() != listed.size()) {
            String name = Stream.concat(wrong.stream(), missing.stream())
                    .map(Item::name)
                    .findFirst()
                    .orElse("an entry");
            throw new BadArchive("The export was altered: %s is not as it was written".formatted(name));
        }
        return manifest;
    }

    /** Of an archive that was checked. */
    void each(InputStream archive, Manifest manifest, Visitor visitor) throws IOException {
        Map<String, Long> sizes =
                manifest.entries().stream().collect(Collectors.toMap(Item::name, Item::size, (one, other) -> one));
        try (var zip = new ZipInputStream(archive, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                visit(entry.getName(), sizes.getOrDefault(entry.getName(), 0L), zip, visitor);
            }
        }
    }

    private static void visit(String name, long size, ZipInputStream zip, Visitor visitor) throws IOException {
        var content = new Measured(zip, Long.MAX_VALUE);
        if (name.startsWith(Manifest.TABLES)) {
            visitor.table(Manifest.table(name), content);
        } else if (name.startsWith(Manifest.FILES)) {
            String path = name.substring(Manifest.FILES.length());
            int end = path.indexOf('/');
            visitor.file(path.substring(0, end), path.substring(end + 1), size, content);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
