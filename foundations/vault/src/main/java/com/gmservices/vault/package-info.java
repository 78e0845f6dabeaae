/**
 * Seals what must not be read from a copied disk, dump or backup: values of any module, under keys of each tenant that
 * are themselves wrapped by a master key from outside the database. Knows nothing of what it seals.
 *
 * <p>A data key set is a Tink keyset (AES-256-GCM); a sealed value begins with Tink's prefix, five bytes that say which
 * key of the set opens it, so that old and new keys work side by side.
 */
@ApplicationModule(allowedDependencies = {"database", "tenancy"})
@NullMarked
package com.gmservices.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
