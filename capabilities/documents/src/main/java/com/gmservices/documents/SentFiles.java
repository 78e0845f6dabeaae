package com.gmservices.documents;

import com.gmservices.tenancy.CurrentMember;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files of a form, which lie in the scratch folder already: each that is taken stays, whatever becomes of the others. */
@Component
public class SentFiles {

    /** What a file chooser offers; a telephone's offers its camera for any kind of picture only. */
    public static final String ACCEPT = "image/*,video/*," + FileKind.allExtensions();

    private final Documents documents;
    private final DocumentSettings settings;

    SentFiles(Documents documents, DocumentSettings settings) {
        this.documents = documents;
        this.settings = settings;
    }

    /** How large a file may be, in words. */
    public String most() {
        return Bytes.words(settings.maxBytes());
    }

    /** Why a file was not taken, to be shown beside the field that it was chosen with. */
    public record Problem(String name, String message) {}

    /** Nothing chosen is no problem. */
    public List<Problem> attach(
            CurrentMember member, Subject subject, boolean internal, @Nullable List<MultipartFile> files) {
        var problems = new ArrayList<Problem>();
        for (MultipartFile file : chosen(files)) {
            try {
                documents.attach(member, toDocument(file, subject, internal, null));
            } catch (DocumentRefused.NotFound | DocumentRefused.NotYours notHere) {
                throw notHere;
            } catch (DocumentRefused refused) {
                String name = FileName.of(file.getOriginalFilename()).toString();
                problems.add(new Problem(name, String.valueOf(refused.getMessage())));
            }
        }
        return problems;
    }

    /** Without what a browser sends for a field where no file was chosen. */
    public static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty()
                                || !String.valueOf(file.getOriginalFilename()).isEmpty())
                        .toList();
    }

    public static NewDocument toDocument(MultipartFile file, Subject subject, boolean internal, @Nullable String once) {
        return new NewDocument(
                subject, file.getOriginalFilename(), internal, once, target -> file.transferTo(target.toFile()));
    }
}
