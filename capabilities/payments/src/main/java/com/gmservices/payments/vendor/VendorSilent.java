package com.gmservices.payments.vendor;

/** A vendor could not be asked, or what it said cannot be used. */
public final class VendorSilent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why with nothing of what was sent or said */
    public VendorSilent(String vendor, String why) {
        super("%s: %s".formatted(vendor, why));
    }

    public static VendorSilent of(String vendor, Answer answer) {
        return new VendorSilent(
                vendor,
                switch (answer) {
                    case Answer.Said said -> "Status " + said.status();
                    case Answer.NotTaken(String why) -> why;
                    case Answer.Silence(String why) -> why;
                });
    }
}
