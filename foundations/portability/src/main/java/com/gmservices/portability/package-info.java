/**
 * Rights over one's data: takes a person's or a whole business's data out, takes a business in, takes a person out of
 * what the books have to keep, and makes a business disappear. Knows no table by name and nothing of what stands in them:
 * the database's catalogue says which there are, and comments in it, which each module keeps in its
 * {@code R__personal_data.sql}, say whose rows they are and what becomes of what is personal ({@link Note}).
 *
 * <p>Reading goes on under the platform's role. Writing into other modules' tables, which nothing else does, goes on under
 * the owner's, on connections of its own: the platform's role, whose pool serves operators all day, keeps the few rights
 * that it has.
 */
@ApplicationModule(allowedDependencies = {"database", "tenancy", "vault", "events", "audit", "identity"})
@NullMarked
package com.gmservices.portability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
