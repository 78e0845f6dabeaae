package com.gmservices.requests.web;

import com.gmservices.requests.RequestRefused;
import com.gmservices.tenancy.Members.Contact;

/** Somebody whom staff take in with their request. What was searched for in vain is where the form begins. */
record Newcomer(String name, String phone, String email) {

    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_PHONE = 40;

    static Newcomer of(Draft draft) {
        boolean follows = draft.one("step").equals("find") || !draft.typed().containsKey("customer_name");
        String sought = follows ? draft.one("q") : "";
        boolean digits = sought.matches("[+0-9 ()/.-]+");
        boolean mail = sought.contains("@");
        return new Newcomer(
                typed(draft.one("customer_name"), sought, !digits && !mail),
                typed(draft.one("customer_phone"), sought, digits),
                typed(draft.one("customer_email"), sought, mail));
    }

    /** While one goes on searching, what came from the search follows it. */
    private static String typed(String value, String sought, boolean fits) {
        boolean followed = value.isEmpty() || sought.startsWith(value) || value.startsWith(sought);
        return sought.isEmpty() || !followed ? value : fits ? sought : "";
    }

    Contact contact() {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new RequestRefused.Unfit("/customer_name", "Give the customer's name");
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]{1,64}@[^@\\s]{1,180}")) {
            throw new RequestRefused.Unfit("/customer_email", "An address looks like name@example.com");
        }
        return new Contact(name, email, Reason.upTo(LONGEST_PHONE, phone, "/customer_phone"));
    }
}
