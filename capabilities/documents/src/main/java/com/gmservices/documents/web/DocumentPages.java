package com.gmservices.documents.web;

import com.gmservices.documents.Document;
import com.gmservices.documents.DocumentId;
import com.gmservices.documents.Documents;
import com.gmservices.documents.SentFiles;
import com.gmservices.documents.SentFiles.Problem;
import com.gmservices.documents.Subject;
import com.gmservices.gateway.TakesFiles;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The card with files beside a thing, and the files themselves in a browser. */
@Controller
@RequestMapping("/documents")
class DocumentPages {

    private final Documents documents;
    private final SentFiles sentFiles;

    DocumentPages(Documents documents, SentFiles sentFiles) {
        this.documents = documents;
        this.sentFiles = sentFiles;
    }

    @TakesFiles
    @Allow("attach:documents")
    @PostMapping
    String attach(
            CurrentMember member,
            @RequestParam String kind,
            @RequestParam UUID subject,
            @RequestParam(defaultValue = "false") boolean internal,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            RedirectAttributes redirect) {
        var hangsOn = new Subject(kind, subject);
        documents.on(hangsOn, member);
        List<Problem> problems = send(member, hangsOn, internal, file);
        redirect.addFlashAttribute("fileProblems", problems);
        if (problems.isEmpty()) {
            redirect.addFlashAttribute("flash", "documents.flash.attached");
        }
        return "redirect:" + documents.page(hangsOn) + "#documents";
    }

    /** One after the other by the page's script, which shows how far each has come. */
    @TakesFiles
    @Allow("attach:documents")
    @PostMapping(headers = "HX-Request")
    String attachInPlace(
            CurrentMember member,
            @RequestParam String kind,
            @RequestParam UUID subject,
            @RequestParam(defaultValue = "false") boolean internal,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            Model model,
            HttpServletResponse response) {
        var hangsOn = new Subject(kind, subject);
        List<Problem> problems = send(member, hangsOn, internal, file);
        if (!problems.isEmpty()) {
            response.setStatus(422);
        }
        model.addAttribute("attachments", documents.on(hangsOn, member));
        model.addAttribute("fileProblems", problems);
        return "documents/card :: card(attachments=${attachments})";
    }

    private List<Problem> send(
            CurrentMember member, Subject subject, boolean internal, @Nullable List<MultipartFile> files) {
        return SentFiles.chosen(files).isEmpty()
                ? List.of(new Problem("", "Choose a file first"))
                : sentFiles.attach(member, subject, internal, files);
    }

    @Allow(Allow.MEMBERS)
    @GetMapping("/{id}")
    ResponseEntity<Resource> show(CurrentMember member, @PathVariable UUID id) {
        return Serving.shown(documents.content(member, new DocumentId(id)));
    }

    @Allow(Allow.MEMBERS)
    @GetMapping("/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(CurrentMember member, @PathVariable UUID id) {
        return Serving.shown(documents.thumbnail(member, new DocumentId(id)));
    }

    /** By whoever has a link that is still good; who has made it is asked for again what they may see. */
    @Allow(Allow.VISITORS)
    @GetMapping("/shared/{secret}")
    ResponseEntity<Resource> shared(@PathVariable String secret) {
        return Serving.saved(documents.behind(secret));
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/{id}/removal")
    String remove(CurrentMember member, @PathVariable UUID id, RedirectAttributes redirect) {
        Document document = documents.find(member, new DocumentId(id));
        documents.remove(member, document.id());
        redirect.addFlashAttribute("flash", "documents.flash.removed");
        return "redirect:" + documents.page(document.subject()) + "#documents";
    }
}
