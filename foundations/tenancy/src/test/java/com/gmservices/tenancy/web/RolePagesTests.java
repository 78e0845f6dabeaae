package com.gmservices.tenancy.web;

import static com.gmservices.tenancy.web.Http.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Fixtures;
import com.gmservices.tenancy.Fixtures.Business;
import com.gmservices.tenancy.OwnRole;
import com.gmservices.tenancy.Roles;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;

@SpringBootTest
class RolePagesTests {

    @Autowired
    private Http http;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Roles roles;

    private Business harbour;
    private CurrentMember ada;

    @BeforeEach
    void aBusiness() {
        harbour = fixtures.harbourMotors();
        ada = harbour.ada();
    }

    @Test
    void tellsInWordsWhatARoleCanAllow() {
        assertThat(http.get(ada, "/members/roles/new"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "See customers and staff", "Change settings, sites and opening hours", "Begin with what staff")
                .doesNotContain("checked=");
        assertThat(http.get(ada, "/members/roles/new?like=staff")).bodyText().contains("checked=");
    }

    @Test
    void makesChangesAndRemovesARole() {
        assertThat(http.submit(ada, "/members/roles", "name", "Front desk", "permissions", "read:members"))
                .hasRedirectedUrl("/members/roles");
        OwnRole role = harbour.inside(() -> roles.own()).getFirst();
        String page = "/members/roles/" + role.id();
        assertThat(http.submit(ada, page, "name", "Reception", "permissions", "create:members", "revision", "1"))
                .hasRedirectedUrl("/members/roles");
        assertThat(http.get(ada, "/members/roles"))
                .bodyText()
                .contains("Reception")
                .doesNotContain("Front desk");
        assertThat(http.submit(ada, page, "name", "Late", "permissions", "create:members", "revision", "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Somebody else has changed this");
        assertThat(http.submit(ada, page + "/removal")).hasRedirectedUrl("/members/roles");
        assertThat(harbour.inside(() -> roles.own())).isEmpty();
    }

    @Test
    void tellsWhatToMend() {
        assertThat(http.submit(ada, "/members/roles", "name", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say what the role is called", "Choose at least one thing");
    }

    /** What the role allows already and the editor may not do stays ticked, and cannot be touched. */
    @Test
    void showsNobodyWhatTheyCannotGive() {
        OwnRole role = harbour.inside(
                () -> roles.create(ada, new Roles.Wish("Front desk", Set.of("read:members", "update:tenant"))));
        var editor = new CurrentMember(
                ada.tenant(), ada.id(), null, "Ben", ada.roles(), Set.of("read:members", "manage:roles"));
        assertThat(http.get(editor, "/members/roles/{id}", role.id()))
                .bodyText()
                .contains("you may not do this yourself")
                .doesNotContain("Export the list of people");
        assertThat(http.submit(
                        editor,
                        "/members/roles/" + role.id(),
                        "name",
                        "Desk",
                        "permissions",
                        "update:tenant",
                        "permissions",
                        "read:members",
                        "revision",
                        "1"))
                .hasRedirectedUrl("/members/roles");
    }

    @Test
    void strangersFindNoRole() {
        OwnRole role = harbour.inside(() -> roles.create(ada, new Roles.Wish("Desk", Set.of("read:members"))));
        CurrentMember stranger = fixtures.harbourMotors().ada();
        assertRefused(http.get(stranger, "/members/roles/{id}", role.id()), "not-found");
        assertRefused(http.submit(stranger, "/members/roles/" + role.id() + "/removal"), "not-found");
    }
}
