package com.gmservices.shell;

import com.gmservices.tenancy.CurrentMember;
import java.util.Optional;

/** Where somebody of the staff begins, if there is something else to do first than their daily work. */
public interface StartPage {

    /** A path within the tenant: {@code /overview}. */
    Optional<String> of(CurrentMember staff);
}
