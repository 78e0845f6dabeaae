package com.gmservices.portability;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stays of a person where no column of theirs tells: words of a vocabulary, counts by name. Contributed as a bean by
 * the module that keeps such a thing.
 */
public interface Remnants {

    /**
     * Called before the person's own rows are erased, in the same transaction, and without a tenant bound: the owner's
     * role sees all tenants, so that each statement has to name the one that is meant.
     */
    void remove(JdbcClient owner, UUID tenant, UUID member);
}
