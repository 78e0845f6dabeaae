package com.gmservices.portability;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines of an archive, a batch at a time, and none of them longer than a row can be. */
final class Lines {

    private static final int LONGEST = 64 << 20;
    private static final int MOST_TEXT = 4 << 20;

    private final InputStream in;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Empty at the end. */
    List<String> next(int most) throws IOException {
        var lines = new ArrayList<String>();
        long text = 0;
        while (lines.size() < most && text < MOST_TEXT) {
            byte[] line = line();
            if (line.length == 0) {
                break;
            }
            text += line.length;
            lines.add(new String(line, StandardCharsets.UTF_8));
        }
        return lines;
    }

    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > LONGEST) {
                throw new PortabilityRefused.BadArchive("A row of this export is longer than any row is");
            }
        }
        return line.toByteArray();
    }
}
