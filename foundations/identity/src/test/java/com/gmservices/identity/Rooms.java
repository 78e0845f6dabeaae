package com.gmservices.identity;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.StepUp;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One room behind each kind of door, for pages and for programs. */
@RestController
class Rooms {

    @Allow(Allow.EVERYONE)
    @GetMapping({"/rooms/hall", "/api/v1/rooms/hall"})
    String hall(Optional<CurrentIdentity> identity, Optional<CurrentMember> member) {
        return identity.map(CurrentIdentity::email).orElse("nobody") + ", "
                + member.map(CurrentMember::name).orElse("a stranger") + ", "
                + CurrentTenant.find().isPresent();
    }

    @Allow(Allow.VISITORS)
    @GetMapping({"/rooms/shop", "/api/v1/rooms/shop"})
    String shop() {
        return "shop";
    }

    @Allow(Allow.SIGNED_IN)
    @GetMapping({"/rooms/wardrobe", "/api/v1/rooms/wardrobe"})
    String wardrobe(CurrentIdentity identity) {
        return identity.email();
    }

    @Allow(Allow.MEMBERS)
    @GetMapping({"/rooms/lounge", "/api/v1/rooms/lounge"})
    String lounge(CurrentMember member) {
        return member.name();
    }

    @Allow("update:tenant")
    @GetMapping({"/rooms/office", "/api/v1/rooms/office"})
    String office() {
        return "office";
    }

    @Allow(Allow.OPERATOR)
    @GetMapping({"/rooms/engine", "/api/v1/rooms/engine"})
    String engine() {
        return "engine";
    }

    @Allow(Allow.SIGNED_IN)
    @StepUp
    @GetMapping({"/rooms/safe", "/api/v1/rooms/safe"})
    String safe() {
        return "safe";
    }

    @Allow(Allow.SIGNED_IN)
    @StepUp
    @PostMapping({"/rooms/safe", "/api/v1/rooms/safe"})
    String putIntoSafe(@RequestParam(defaultValue = "") List<String> thing) {
        return "locked away: " + thing;
    }

    @Allow(Allow.SIGNED_IN)
    @StepUp
    @GetMapping("/rooms/list.csv")
    String list() {
        return "a,b";
    }

    @Allow(Allow.EVERYONE)
    @GetMapping("/rooms/nonce")
    String nonce(@RequestAttribute String nonce) {
        return nonce;
    }

    /** Leaves something in the session before anybody has signed in. */
    @Allow(Allow.EVERYONE)
    @GetMapping("/rooms/cupboard")
    String cupboard(HttpSession session) {
        session.setAttribute("umbrella", "red");
        return "umbrella";
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/rooms/letterbox")
    String letterbox() {
        return "thrown in";
    }
}
