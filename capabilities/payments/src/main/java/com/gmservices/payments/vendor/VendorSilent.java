package com.gmservices.payments.vendor;

/** A vendor could not be asked, or what it said cannot be used. */
public final class VendorSilent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why with nothing of what was sent or said */
    public VendorSilent(String vendor, String why) {
        super("%s: %s".formatted(vendor, why));
    }
}
