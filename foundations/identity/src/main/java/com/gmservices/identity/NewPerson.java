package com.gmservices.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody says of themselves who comes for the first time, or for the first time to a business. */
record NewPerson(
        String email,
        String password,
        String firstName,
        String lastName,
        @Nullable String phone) {

    static final int SHORTEST_PASSWORD = 8;
    static final int LONGEST_PASSWORD = 4096;
    static final int LONGEST_NAME = 70;

    NewPerson(
            String email,
            String password,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone) {
        this.email = email.strip();
        this.password = password;
        this.firstName = firstName == null ? "" : firstName.strip();
        this.lastName = lastName == null ? "" : lastName.strip();
        this.phone = phone == null || phone.isBlank() ? null : phone.strip();
    }

    NewPerson at(String address) {
        return new NewPerson(address, password, firstName, lastName, phone);
    }

    /** What others may know of them too. */
    List<String> clues() {
        return List.of(email, firstName, lastName);
    }

    @Override
    public String toString() {
        return "NewPerson[…]";
    }
}
