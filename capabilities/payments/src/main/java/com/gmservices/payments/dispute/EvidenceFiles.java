package com.gmservices.payments.dispute;

import com.gmservices.documents.Attachments;
import com.gmservices.documents.Document;
import com.gmservices.documents.DocumentId;
import com.gmservices.documents.DocumentState;
import com.gmservices.documents.Documents;
import com.gmservices.payments.dispute.Answer.Enclosure;
import com.gmservices.payments.gateway.Complaints;
import com.gmservices.payments.gateway.Complaints.Enclosures;
import com.gmservices.tenancy.CurrentMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files that go along with an answer: those that hang on the dispute. */
@Component
class EvidenceFiles {

    /** No gateway takes more. */
    static final int MOST = 10;

    private static final double MEGABYTE = 1024 * 1024;

    private final Documents documents;

    EvidenceFiles(Documents documents) {
        this.documents = documents;
    }

    Attachments on(DisputeId dispute, CurrentMember staff) {
        return documents.on(DisputeFiles.subject(dispute), staff);
    }

    /**
     * @param wanted null for all that hang there
     * @param takes what the dispute's gateway does
     * @throws DisputeRefused.Unfit when they cannot be sent
     */
    List<Enclosure> chosen(
            CurrentMember staff, DisputeId dispute, @Nullable List<DocumentId> wanted, Enclosures takes) {
        List<Document> there = on(dispute, staff).lines().stream()
                .map(Attachments.Line::document)
                .toList();
        List<Document> chosen = there.stream()
                .filter(document -> wanted == null ? isOfUse(document.state()) : wanted.contains(document.id()))
                .toList();
        check(chosen, wanted == null ? Set.of() : new HashSet<>(wanted));
        check(chosen, takes);
        return chosen.reversed().stream()
                .map(document -> new Enclosure(document.id(), document.name(), document.mediaType()))
                .toList();
    }

    private static boolean isOfUse(DocumentState state) {
        return state.isReady() || state.isUnderWay();
    }

    private static void check(List<Document> chosen, Set<DocumentId> wanted) {
        if (chosen.size() < wanted.size()) {
            throw new DisputeRefused.Unfit("/document_ids", "Attach the files to the dispute first");
        }
        if (!chosen.stream().allMatch(document -> document.state().isReady())) {
            throw new DisputeRefused.Unfit(
                    "/document_ids", "A file is still being checked, or was not taken: look again in a moment");
        }
    }

    private static void check(List<Document> chosen, Enclosures takes) {
        if (chosen.size() > takes.most()
                || chosen.stream().mapToLong(Document::size).sum() > takes.bytes()) {
            throw new DisputeRefused.Unfit(
                    "/document_ids",
                    "The gateway takes at most %d files with %.1f MB in all: take some away"
                            .formatted(takes.most(), takes.bytes() / MEGABYTE));
        }
        Set<String> types = takes.types();
        if (!types.isEmpty() && !chosen.stream().allMatch(document -> types.contains(document.mediaType()))) {
            throw new DisputeRefused.Unfit(
                    "/document_ids",
                    "The gateway takes %s only: take the others away"
                            .formatted(types.stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    List<Complaints.File> read(Answer answer) {
        return answer.files().stream()
                .map(file -> new Complaints.File(file.name(), file.type(), content(file.document())))
                .toList();
    }

    private byte[] content(DocumentId id) {
        try (var content =
                documents.read(id).orElseThrow(() -> new IllegalStateException("The file %s is gone".formatted(id)))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
