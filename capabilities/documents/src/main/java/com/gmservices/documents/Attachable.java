package com.gmservices.documents;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import java.util.Optional;
import java.util.UUID;

/** A kind of thing that files hang on; implemented as a bean by the module that owns such things. */
public interface Attachable {

    /** Its name in documents, stable: {@code service-request}. */
    String kind();

    /**
     * What a member may do with the files of one of the current tenant's things, read within the caller's transaction.
     * Empty when it is not there or they may not see it, which is then so for its files too.
     */
    Optional<Access> access(UUID id, CurrentMember asking);

    /** Where its files are shown, within the business's pages: {@code /requests/…}. */
    String page(UUID id);

    /** Whether files stay for as long as the thing does, whatever the business says of keeping files. */
    default boolean keepsForGood() {
        return false;
    }

    /**
     * @param owner whose thing it is: who beside the staff hears of new files
     * @param attaches whether they may add files
     * @param seesInternal whether they see what staff keep among themselves
     */
    record Access(MemberId owner, boolean attaches, boolean seesInternal) {}
}
