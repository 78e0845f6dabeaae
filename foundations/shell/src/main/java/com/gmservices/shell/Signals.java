package com.gmservices.shell;

import com.gmservices.events.Happening;
import java.util.Optional;

/** Turns events into what open pages hear of them; implemented by the module whose pages they are. */
public interface Signals {

    /** Empty for what its pages do not show. */
    Optional<Signal> of(Happening happening);
}
