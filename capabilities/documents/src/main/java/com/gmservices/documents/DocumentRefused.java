package com.gmservices.documents;

import com.gmservices.tenancy.Refusal;
import java.util.List;

/** What is not done with files. */
public abstract sealed class DocumentRefused extends Refusal {

    private DocumentRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private DocumentRefused(String code, String pointer, String message) {
        super(Category.INVALID, code, message, List.of(new FieldError(pointer, message)));
    }

    public static final class NotFound extends DocumentRefused {
        public NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what));
        }
    }

    public static final class NotYours extends DocumentRefused {
        NotYours(String message) {
            super(Category.FORBIDDEN, "forbidden", message);
        }
    }

    /** The file itself is not taken: its kind, its content, its size, or what was found in it. */
    public static final class Unfit extends DocumentRefused {
        public Unfit(String code, String message) {
            super(code, "/file", message);
        }
    }

    /** A value beside the file does not fit. */
    public static final class Invalid extends DocumentRefused {
        public Invalid(String pointer, String message) {
            super("invalid", pointer, message);
        }
    }

    public static final class StorageFull extends DocumentRefused {
        StorageFull(long quota) {
            super(
                    Category.CONFLICT,
                    "storage-full",
                    "The business may keep %s of files, and this one would be beyond it: remove what is not needed any more"
                            .formatted(Bytes.words(quota)));
        }
    }

    public static final class NotReady extends DocumentRefused {
        NotReady(DocumentState state) {
            super(
                    Category.CONFLICT,
                    "file-not-ready",
                    state.isUnderWay()
                            ? "The file is still being checked: ask again in a moment"
                            : "The file was not taken, and its content is gone");
        }
    }

    /** What has arrived is not what was announced. */
    public static final class NotAsAnnounced extends DocumentRefused {
        public NotAsAnnounced(String message) {
            super(Category.CONFLICT, "upload-mismatch", message);
        }
    }

    /** Another part of the same upload is being written, or it goes on at another place. */
    public static final class WrongOffset extends DocumentRefused {
        public WrongOffset(long offset) {
            super(Category.CONFLICT, "wrong-offset", "The upload goes on at byte %d".formatted(offset));
        }
    }
}
