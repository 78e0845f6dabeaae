/**
 * Files that hang on other modules' things: taken in, judged by what is in them, checked, sealed under the business's
 * keys, kept and handed out. Knows nothing of what they hang on: who owns the thing says, as an
 * {@link com.gmservices.documents.Attachable}, who may see it and who may add to it.
 *
 * <p>A file that has arrived lies in quarantine and is served to nobody. It is judged (by its content and a list of
 * what is taken), scanned when ClamAV is named, pictures are drawn anew without what a camera wrote into them, and what
 * remains is encrypted under a key of its own, which the vault seals under the business's: whoever destroys that key
 * destroys every file with it, in each backup too. What never came to its end is swept.
 *
 * <p>Files are kept in a store behind one port: this machine's disk, S3, or Google Cloud Storage through its
 * S3-compatible interface with HMAC keys, which is the same adapter at another endpoint and spares the sixty jars of
 * Google's own client. Archives are never unpacked, so that there is nothing for a bomb to fill. What a camera writes
 * into a video stays there, location too: it is not drawn anew.
 *
 * <p>Uploads through the platform gather on the disk of the node that takes them, in plain, and for no longer than the
 * check takes; a broken one is gone on with at the same node. Those that go straight to S3 lie there in plain under
 * {@code incoming/} until they are checked.
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "tenancy",
            "vault",
            "events",
            "audit",
            "identity",
            "portability",
            "gateway",
            "shell"
        })
@NullMarked
package com.gmservices.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
