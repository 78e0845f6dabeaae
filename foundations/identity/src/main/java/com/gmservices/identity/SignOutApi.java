package com.gmservices.identity;

import com.gmservices.identity.RecoveryApi.Address;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/platform/sign-outs")
@Allow(Allow.OPERATOR)
@Tag(name = "Platform")
class SignOutApi {

    private final SignOuts signOuts;

    SignOutApi(SignOuts signOuts) {
        this.signOuts = signOuts;
    }

    @PostMapping
    @StepUp
    @Operation(
            summary = "Sign somebody out everywhere",
            description =
                    "All sessions of browsers and all tokens of programs end at once, and links to sign in that are"
                            + " on their way; the person is told by mail. Passwords, second factors and API keys stay.")
    SignOuts.Ended signOut(@Valid @RequestBody Address person) {
        return signOuts.everywhere(person.email());
    }
}
