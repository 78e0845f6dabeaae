package com.gmservices.payments.vendor;

import com.gmservices.outbound.Outbound;
import java.io.IOException;

/** Calls an address that a vendor has named and that is not its API's: only through {@link Outbound}. */
@FunctionalInterface
public interface Elsewhere {

    Outbound.Answer send(Outbound.Call call) throws IOException;
}
