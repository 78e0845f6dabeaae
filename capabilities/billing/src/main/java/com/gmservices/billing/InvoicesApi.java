package com.gmservices.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.billing.Invoices.Choice;
import com.gmservices.billing.Paper.Kind;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Invoices")
@RestController
@RequestMapping("/api/v1/invoices")
@Allow("read:invoices")
class InvoicesApi {

    private final Invoices invoices;

    InvoicesApi(Invoices invoices) {
        this.invoices = invoices;
    }

    record LineView(String description, String quantity, Money amount) {

        static LineView of(Draft.Line line) {
            return new LineView(line.description(), line.quantity().toPlainString(), line.amount());
        }
    }

    record TaxView(String name, Money amount) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvoiceView(
            PaperId id,
            @Schema(example = "invoice") String kind,
            @Schema(example = "INV-2026-00042") String number,
            @Schema(example = "service-request") String subjectKind,
            UUID subjectId,
            String reference,
            MemberId customerId,
            List<LineView> lines,
            List<TaxView> taxes,
            Money total,
            @Nullable Money paid,
            @Nullable Money credited,
            @Nullable Money outstanding,
            @Nullable LocalDate dueOn,

            @Schema(description = "The invoice that a credit note is for") @Nullable
            PaperId corrects,

            @Nullable String reason,
            LocalDate issuedOn,
            Instant createdAt) {

        static InvoiceView of(Paper paper, @Nullable Standing standing) {
            return new InvoiceView(
                    paper.id(),
                    paper.kind().code(),
                    paper.number(),
                    paper.subjectKind(),
                    paper.subject(),
                    paper.reference(),
                    paper.customer(),
                    paper.lines().stream().map(LineView::of).toList(),
                    paper.taxes().stream()
                            .map(tax -> new TaxView(tax.name(), tax.amount()))
                            .toList(),
                    paper.total(),
                    standing == null ? null : standing.paid(),
                    standing == null ? null : standing.credited(),
                    standing == null ? null : standing.outstanding(),
                    paper.dueOn(),
                    paper.corrects(),
                    paper.reason(),
                    paper.issuedOn(),
                    paper.issuedAt());
        }
    }

    record NewCreditNote(
            @Schema(description = "With tax; without it all that is left") @Nullable
            Money amount,

            @Schema(example = "The part was not needed") @NotBlank @Size(max = 500)
            String reason) {}

    @Operation(
            summary = "Invoices, receipts and credit notes, the newest first",
            description = "A customer's own; staff see all.")
    @GetMapping
    Page<InvoiceView> list(
            CurrentMember member,
            @RequestParam(required = false) @Nullable Kind kind,
            @Schema(description = "Only invoices that are not paid") @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return invoices.list(member, new Choice(kind, open), cursor == null ? Cursor.newest() : cursor, limit)
                .map(paper -> InvoiceView.of(paper, null));
    }

    @Operation(summary = "An invoice and how it stands")
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    InvoiceView show(CurrentMember member, @PathVariable UUID id) {
        Optional<Standing> standing = invoices.standing(member, new PaperId(id));
        return InvoiceView.of(invoices.find(member, new PaperId(id)), standing.orElse(null));
    }

    @Operation(
            summary = "Credit an invoice",
            description =
                    "Papers are never changed: a credit note takes back a part of an invoice, or all that is left.")
    @ApiResponse(responseCode = "201")
    @PostMapping("/{id}/credit-notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow("credit:invoices")
    @StepUp
    InvoiceView credit(CurrentMember staff, @PathVariable UUID id, @Valid @RequestBody NewCreditNote note) {
        return InvoiceView.of(invoices.credit(staff, new PaperId(id), note.amount, note.reason.strip()), null);
    }
}
