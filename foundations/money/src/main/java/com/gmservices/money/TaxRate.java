package com.gmservices.money;

/** A tax that a business charges: a short code for its price lines, the name that customers read, and the rate. */
public record TaxRate(String code, String name, Percentage rate) {

    public TaxRate {
        if (!code.matches("[a-z0-9-]{1,20}")) {
            throw new IllegalArgumentException("A tax code is made of 1 to 20 small letters, digits and hyphens");
        }
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("A tax needs a name of at most 60 characters");
        }
    }
}
