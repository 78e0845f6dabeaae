package com.gmservices.tenancy.web;

import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.OwnRole;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.RoleId;
import com.gmservices.tenancy.Roles;
import com.gmservices.tenancy.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@Tag(name = "Roles")
@RestController
@RequestMapping("/api/v1/roles")
class RolesApi {

    private final Roles roles;
    private final MessageSource messages;

    RolesApi(Roles roles, MessageSource messages) {
        this.roles = roles;
        this.messages = messages;
    }

    record RoleView(
            @Schema(nullable = true, description = "None for the built-in ones") @Nullable
            RoleId id,

            @Schema(description = "What members' `roles` take and show", example = "front-desk")
            String code,

            @Schema(example = "Front desk") String name,
            boolean builtIn,

            @Schema(example = "[\"quote:requests\", \"read:all-requests\"]")
            List<String> permissions,

            @Schema(nullable = true, description = "None for the built-in ones") @Nullable
            Integer revision) {

        static RoleView of(OwnRole role) {
            return new RoleView(
                    role.id(), role.slug(), role.name(), false, List.copyOf(role.permissions()), role.revision());
        }
    }

    @Operation(summary = "Built-in roles and your own", description = "With what each allows.")
    @GetMapping
    @Allow("read:members")
    Page<RoleView> list() {
        Stream<RoleView> builtIn = Stream.of(Role.values()).map(this::view);
        return new Page<>(
                Stream.concat(builtIn, roles.own().stream().map(RoleView::of)).toList(), null, false);
    }

    @Operation(summary = "One of your own roles")
    @GetMapping("/{id}")
    @Allow("read:members")
    ResponseEntity<RoleView> show(@PathVariable UUID id) {
        return answer(ResponseEntity.ok(), roles.find(new RoleId(id)));
    }

    @Operation(summary = "Make a role", description = """
                    Of permissions that staff or administrators have, as the list of roles shows them. Nobody can make a \
                    role of what they may not do themselves.""")
    @PostMapping
    @Allow("manage:roles")
    @StepUp
    ResponseEntity<RoleView> create(
            CurrentMember editor, @Valid @RequestBody Roles.Wish wish, UriComponentsBuilder uri) {
        OwnRole role = roles.create(editor, wish);
        return answer(ResponseEntity.created(uri.path("/api/v1/roles/{id}").build(role.id())), role);
    }

    @Operation(
            summary = "Change a role",
            description = "What is left out stays. Those who have the role feel it at their next call.")
    @PatchMapping("/{id}")
    @Allow("manage:roles")
    @StepUp
    ResponseEntity<RoleView> change(
            CurrentMember editor,
            @PathVariable UUID id,
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody Roles.Wish wish) {
        return answer(ResponseEntity.ok(), roles.change(editor, new RoleId(id), revision.value(), wish));
    }

    @Operation(
            summary = "Remove a role",
            description = "Refused while somebody has it, unless `take_away` says that they lose it.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow("manage:roles")
    @StepUp
    void remove(
            CurrentMember editor,
            @PathVariable UUID id,
            @RequestParam(name = "take_away", defaultValue = "false") boolean takeAway) {
        roles.remove(editor, new RoleId(id), takeAway);
    }

    private RoleView view(Role role) {
        String name = messages.getMessage("tenancy.role." + role.code(), null, Locale.ENGLISH);
        return new RoleView(
                null, role.code(), name, true, roles.of(role).stream().sorted().toList(), null);
    }

    private static ResponseEntity<RoleView> answer(ResponseEntity.BodyBuilder answer, OwnRole role) {
        return answer.eTag(new Revision(role.revision()).tag()).body(RoleView.of(role));
    }
}
