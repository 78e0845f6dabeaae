package com.gmservices.tenancy;

/** Asks of the current call what {@link StepUp} asks; implemented by whoever knows how people prove who they are. */
@FunctionalInterface
public interface RecentProof {

    /** @throws Refusal of category FORBIDDEN when the caller has to prove first who they are */
    void require();
}
