package com.gmservices.tenancy.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Ownership;
import com.gmservices.tenancy.RecentProof;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Roles;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.TenancyRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@Tag(name = "Members")
@RestController
@RequestMapping("/api/v1/members")
class MembersApi {

    private final Members members;
    private final Roles roles;
    private final Ownership ownership;
    private final ObjectProvider<RecentProof> proof;

    MembersApi(Members members, Roles roles, Ownership ownership, ObjectProvider<RecentProof> proof) {
        this.members = members;
        this.roles = roles;
        this.ownership = ownership;
        this.proof = proof;
    }

    record MemberView(
            MemberId id,
            String name,
            @Schema(nullable = true) @Nullable String email,
            @Schema(nullable = true) @Nullable String phone,

            @Schema(description = "Built-in ones, and your own by their codes", example = "[\"staff\"]")
            List<String> roles,

            @Schema(description = "When roles run out, by their codes")
            Map<String, Instant> rolesUntil,

            boolean owner,
            boolean active,

            @Schema(description = "False for a person who was only written down")
            boolean signsIn,

            int revision,
            Instant createdAt) {

        static MemberView of(Member member, Roles roles) {
            Map<String, String> codes = codes(member, roles);
            return new MemberView(
                    member.id(),
                    member.name(),
                    member.email(),
                    member.phone(),
                    List.copyOf(codes.values()),
                    member.until().entrySet().stream()
                            .filter(it -> codes.containsKey(it.getKey()))
                            .collect(Collectors.toMap(it -> codes.get(it.getKey()), Map.Entry::getValue)),
                    member.owner(),
                    member.active(),
                    member.identity() != null,
                    member.revision(),
                    member.createdAt());
        }

        /** By the key under which a role is stored. */
        private static Map<String, String> codes(Member member, Roles roles) {
            var codes = new LinkedHashMap<String, String>();
            member.roles().forEach(role -> codes.put(role.code(), role.code()));
            roles.held(member).forEach(role -> codes.put(role.id().toString(), role.slug()));
            return codes;
        }
    }

    @Operation(summary = "Staff and customers, the newest first")
    @GetMapping
    @Allow("read:members")
    Page<MemberView> list(
            CurrentMember staff,
            @RequestParam(required = false) @Nullable Role role,
            @Schema(description = "A part of the name, e-mail or phone")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return members.list(staff, role, q, cursor == null ? Cursor.newest() : cursor, limit)
                .map(member -> MemberView.of(member, roles));
    }

    @Operation(summary = "One member")
    @GetMapping("/{id}")
    @Allow("read:members")
    ResponseEntity<MemberView> show(@PathVariable UUID id) {
        return answer(
                ResponseEntity.ok(),
                members.find(new MemberId(id)).orElseThrow(() -> new TenancyRefused.NotFound("member")));
    }

    @Operation(summary = "Write down a customer who has no sign-in")
    @PostMapping
    @Allow("create:members")
    ResponseEntity<MemberView> add(
            CurrentMember staff, @Valid @RequestBody Members.Contact contact, UriComponentsBuilder uri) {
        Member added = members.add(staff, contact);
        return answer(ResponseEntity.created(uri.path("/api/v1/members/{id}").build(added.id())), added);
    }

    @Operation(summary = "Change a member", description = """
                    What is left out stays; `email: null` and `phone: null` remove them. Staff change the contact of \
                    customers, administrators everything of everybody; the owner stays an active administrator, and nobody gives or \
                    takes a role that allows what they may not do themselves. Roles need a recent proof of who you are.""")
    @PatchMapping("/{id}")
    @Allow("create:members")
    ResponseEntity<MemberView> change(
            CurrentMember editor,
            @PathVariable UUID id,
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody Members.Change change) {
        if (change.roles() != null) {
            proof.ifAvailable(RecentProof::require);
        }
        return answer(ResponseEntity.ok(), members.change(editor, new MemberId(id), revision.value(), change));
    }

    @Operation(summary = "Hand the business over", description = """
                    To another administrator, who signs in and whose role has no end: they own it from then on, and alone can \
                    close it. Whoever owned it before stays an administrator. Both are told by mail.""")
    @PutMapping("/{id}/ownership")
    @Allow("update:members")
    @StepUp
    ResponseEntity<MemberView> handOver(CurrentMember owner, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), ownership.handOver(owner, new MemberId(id)));
    }

    private ResponseEntity<MemberView> answer(ResponseEntity.BodyBuilder answer, Member member) {
        return answer.eTag(new Revision(member.revision()).tag()).body(MemberView.of(member, roles));
    }
}
