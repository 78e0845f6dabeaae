package com.gmservices.payments.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.ledger.Accounts.Balance;
import com.gmservices.payments.ledger.Days.Total;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

@Tag(name = "Ledger")
@RestController
@RequestMapping("/api/v1/ledger")
@Allow("read:ledger")
class LedgerApi {

    private final Ledger ledger;
    private final Entries entries;
    private final Accounts accounts;
    private final Days days;
    private final Tenants tenants;
    private final Clock clock;

    LedgerApi(Ledger ledger, Entries entries, Accounts accounts, Days days, Tenants tenants, Clock clock) {
        this.ledger = ledger;
        this.entries = entries;
        this.accounts = accounts;
        this.days = days;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Where a list of accounts goes on: they have no ids, but addresses. */
    record Place(String after) {

        public static Place valueOf(String text) {
            return new Place(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        }

        static Place after(Balance last) {
            return new Place(last.address() + " " + last.balance().currency());
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(StandardCharsets.UTF_8));
        }
    }

    record AccountView(
            @Schema(example = "clearing:stripe") String address,

            @Schema(description = "What has grown is above zero")
            Money balance,

            long postings) {

        static AccountView of(Balance balance) {
            return new AccountView(balance.address(), balance.balance(), balance.postings());
        }
    }

    record PostingView(String debit, String credit, Money amount) {

        static PostingView of(Posting posting) {
            return new PostingView(posting.debit().address(), posting.credit().address(), posting.amount());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            EntryId id,
            @Schema(example = "charge") String type,

            @Schema(description = "What has happened: a try to pay, a refund, a line of a settlement")
            UUID source,

            @Nullable UUID paymentId,
            @Nullable EntryId reverses,
            @Nullable EntryId reversedBy,
            @Nullable String reason,
            Instant createdAt,
            List<PostingView> postings) {

        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.id(),
                    entry.type().code(),
                    entry.source(),
                    entry.payment(),
                    entry.reverses(),
                    entry.reversedBy(),
                    entry.note(),
                    entry.at(),
                    entry.postings().stream().map(PostingView::of).toList());
        }
    }

    record LineView(String heading, Money debit, Money credit) {

        static LineView of(Total total) {
            return new LineView(total.heading().code(), total.debit(), total.credit());
        }
    }

    record TrialBalanceView(LocalDate day, List<CurrencyView> currencies) {}

    record CurrencyView(String currency, boolean balanced, Money debits, Money credits, List<LineView> lines) {

        static CurrencyView of(TrialBalance trial) {
            return new CurrencyView(
                    trial.currency().getCurrencyCode(),
                    trial.isBalanced(),
                    trial.debits(),
                    trial.credits(),
                    trial.lines().stream().map(LineView::of).toList());
        }
    }

    record NewReversal(
            @Schema(example = "Booked twice") @NotBlank @Size(max = 500)
            String reason) {}

    @Operation(summary = "Accounts and their balances", description = "One line for each currency of an account.")
    @GetMapping("/accounts")
    @Transactional(readOnly = true)
    Page<AccountView> accounts(
            @RequestParam(required = false) @Nullable Heading heading,
            @RequestParam(required = false) @Nullable Place cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        List<Balance> some = accounts.list(heading, cursor == null ? "" : cursor.after, limit + 1);
        List<Balance> shown = some.subList(0, Math.min(limit, some.size()));
        boolean more = some.size() > limit;
        return new Page<>(
                shown.stream().map(AccountView::of).toList(),
                more ? Place.after(shown.getLast()).toString() : null,
                more);
    }

    @Operation(summary = "Entries, the newest first")
    @GetMapping("/entries")
    @Transactional(readOnly = true)
    Page<EntryView> entries(
            @RequestParam(name = "payment_id", required = false) @Nullable UUID payment,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        UUID before = cursor == null ? Cursor.newest().after() : cursor.after();
        List<Entry> some = entries.list(payment, before, limit + 1);
        return Page.of(some, limit, entry -> entry.id().value()).map(EntryView::of);
    }

    @Operation(summary = "An entry with its postings")
    @GetMapping("/entries/{id}")
    EntryView entry(@PathVariable UUID id) {
        return EntryView.of(ledger.find(new EntryId(id)));
    }

    @Operation(
            summary = "Reverse an entry",
            description = "Entries are never changed: the opposite is booked, and both stay.")
    @ApiResponse(responseCode = "201")
    @PostMapping("/entries/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow("correct:ledger")
    @StepUp
    EntryView reverse(CurrentMember admin, @PathVariable UUID id, @Valid @RequestBody NewReversal reversal) {
        return EntryView.of(ledger.find(ledger.reverse(admin, new EntryId(id), reversal.reason.strip())));
    }

    @Operation(
            summary = "Trial balance",
            description = "How all headings stood at the end of a day, by the business's clock; today without one.")
    @GetMapping("/trial-balance")
    @Transactional(readOnly = true)
    TrialBalanceView trialBalance(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        LocalDate until = day == null
                ? LocalDate.ofInstant(clock.instant(), tenants.current().timeZone())
                : day;
        return new TrialBalanceView(
                until,
                TrialBalance.of(days.until(until)).stream()
                        .map(CurrencyView::of)
                        .toList());
    }
}
