package com.gmservices.documents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of files that are taken, by their extension and by what is found in them. */
enum FileKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp"),
    PDF("application/pdf"),
    TEXT("text/plain"),
    CSV("text/csv"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ODT("application/vnd.oasis.opendocument.text"),
    ODS("application/vnd.oasis.opendocument.spreadsheet"),
    MP4("video/mp4"),
    MOV("video/quicktime");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    static Optional<FileKind> byExtension(String extension) {
        return Stream.of(values())
                .filter(kind -> kind.extensions().contains(extension))
                .findFirst();
    }

    /** A picture whose content is that; people rename a photo, and nothing is lost by taking it for what it is. */
    static Optional<FileKind> pictureOf(String found) {
        return Stream.of(values())
                .filter(kind -> kind.isPicture() && kind.isFound(found))
                .findFirst();
    }

    static String allExtensions() {
        return Stream.of(values())
                .flatMap(kind -> kind.extensions().stream())
                .map(extension -> "." + extension)
                .collect(Collectors.joining(","));
    }

    String mediaType() {
        return mediaType;
    }

    List<String> extensions() {
        return switch (this) {
            case JPEG -> List.of("jpg", "jpeg");
            case TEXT -> List.of("txt");
            case MP4 -> List.of("mp4", "m4v");
            case PNG, GIF, WEBP, PDF, CSV, DOCX, XLSX, PPTX, ODT, ODS, MOV -> List.of(name().toLowerCase(Locale.ROOT));
        };
    }

    /** Whether content that was found to be of that type may be called so. Of archives only the beginning was looked at. */
    boolean isFound(String type) {
        return switch (this) {
            case CSV -> Set.of("text/plain", "text/csv").contains(type);
            case DOCX, XLSX, PPTX ->
                Set.of("application/zip", "application/x-tika-ooxml").contains(type);
            case MP4 -> Set.of("video/mp4", "application/mp4", "video/x-m4v").contains(type);
            case JPEG, PNG, GIF, WEBP, PDF, TEXT, ODT, ODS, MOV -> type.equals(mediaType);
        };
    }

    boolean isPicture() {
        return switch (this) {
            case JPEG, PNG, GIF, WEBP -> true;
            case PDF, TEXT, CSV, DOCX, XLSX, PPTX, ODT, ODS, MP4, MOV -> false;
        };
    }

    boolean isOffice() {
        return switch (this) {
            case DOCX, XLSX, PPTX -> true;
            case JPEG, PNG, GIF, WEBP, PDF, TEXT, CSV, ODT, ODS, MP4, MOV -> false;
        };
    }
}
