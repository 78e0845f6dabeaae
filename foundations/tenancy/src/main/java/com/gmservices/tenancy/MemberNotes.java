package com.gmservices.tenancy;

import java.util.List;

/** What other modules have to say of a member on that member's page; contributed as a bean. */
public interface MemberNotes {

    /** In the current tenant, for somebody of the staff who may read it. */
    List<Note> of(CurrentMember staff, Member member);

    /**
     * @param key of a message with these arguments
     * @param path where more of it stands, within the tenant
     * @param isWarning something is amiss
     */
    record Note(String key, List<String> arguments, String path, boolean isWarning) {

        public Note {
            arguments = List.copyOf(arguments);
        }
    }
}
