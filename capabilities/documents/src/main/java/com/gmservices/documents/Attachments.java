package com.gmservices.documents;

import com.gmservices.documents.Attachable.Access;
import java.util.List;

/**
 * The files of one thing as one member sees them, the newest first, and what that member may do there.
 *
 * @param more whether there are more than are shown
 * @param most how large a file may be, in bytes
 */
public record Attachments(Subject subject, Access access, List<Line> lines, boolean more, long most) {

    public Attachments {
        lines = List.copyOf(lines);
    }

    /** @param removable whether this member may take it away */
    public record Line(Document document, String size, boolean removable) {}

    public String mostInWords() {
        return Bytes.words(most);
    }

    public String accept() {
        return SentFiles.ACCEPT;
    }
}
