package com.gmservices.identity;

import static com.gmservices.identity.NewPerson.LONGEST_NAME;
import static com.gmservices.identity.NewPerson.LONGEST_PASSWORD;
import static com.gmservices.identity.NewPerson.SHORTEST_PASSWORD;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody who is new writes into a page. */
record PersonForm(
        @NotBlank(message = "{identity.email.missing}")
        @Email(message = "{identity.email.wrong}")
        @OneLine
        @Size(max = 254, message = "{identity.too-long}")
        String email,

        @NotNull @Size(min = SHORTEST_PASSWORD, max = LONGEST_PASSWORD, message = "{identity.password.short}")
        String password,

        @NotBlank(message = "{identity.first-name.missing}")
        @OneLine
        @Size(max = LONGEST_NAME, message = "{identity.too-long}")
        String firstName,

        @OneLine @Size(max = LONGEST_NAME, message = "{identity.too-long}") @Nullable
        String lastName,

        @OneLine @Size(max = 40, message = "{identity.too-long}") @Nullable
        String phone) {

    static final PersonForm EMPTY = new PersonForm("", "", "", "", "");

    NewPerson toPerson() {
        return new NewPerson(email, password, firstName, lastName, phone);
    }
}
