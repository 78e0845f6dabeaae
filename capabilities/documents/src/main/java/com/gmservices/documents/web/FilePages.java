package com.gmservices.documents.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.documents.Bytes;
import com.gmservices.documents.Document;
import com.gmservices.documents.DocumentId;
import com.gmservices.documents.Documents;
import com.gmservices.documents.Usage;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All files of a business, how much room they take, and how long they are kept. */
@Controller
@RequestMapping("/files")
@Allow("manage:documents")
class FilePages {

    private static final int PER_PAGE = 50;

    /** In months; zero stands for ever. */
    private static final List<Integer> KEPT = List.of(0, 6, 12, 24, 36, 60, 84, 120);

    private final Documents documents;
    private final Usage usage;
    private final Tenants tenants;

    FilePages(Documents documents, Usage usage, Tenants tenants) {
        this.documents = documents;
        this.usage = usage;
        this.tenants = tenants;
    }

    record Line(Document document, String size, String page, ZonedDateTime at) {}

    @GetMapping
    String list(CurrentMember admin, @RequestParam(required = false) @Nullable Cursor cursor, Model model) {
        ZoneId zone = tenants.current().timeZone();
        Page<Line> page = documents
                .all(admin, cursor == null ? Cursor.newest() : cursor, PER_PAGE)
                .map(document -> new Line(
                        document,
                        Bytes.words(document.size()),
                        documents.page(document.subject()),
                        document.createdAt().atZone(zone)));
        Usage.Reading now = usage.now(admin);
        model.addAttribute("files", page.data());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("first", cursor == null);
        model.addAttribute("usage", now);
        model.addAttribute("used", Bytes.words(now.bytes()));
        model.addAttribute("quota", Bytes.words(now.quota()));
        model.addAttribute("kept", KEPT);
        return "documents/files";
    }

    @PostMapping("/retention")
    String keep(
            CurrentMember admin,
            @RequestParam(name = "keep_months", defaultValue = "0") int months,
            RedirectAttributes redirect) {
        usage.keep(admin, months == 0 ? null : months);
        redirect.addFlashAttribute("flash", "documents.flash.kept");
        return "redirect:/files";
    }

    @PostMapping("/{id}/removal")
    String remove(CurrentMember admin, @PathVariable UUID id, RedirectAttributes redirect) {
        documents.remove(admin, new DocumentId(id));
        redirect.addFlashAttribute("flash", "documents.flash.removed");
        return "redirect:/files";
    }
}
