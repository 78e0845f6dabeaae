package com.gmservices.portability;

import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;

/**
 * What a module keeps of businesses outside of the database's tables: contributed as a bean by whoever has files. Its
 * tables it need not care for, they are moved, and deleted, by the catalogue; only the bytes are its own.
 *
 * <p>Each method is called with the tenant bound as the current one, outside of a transaction, on a thread of a job that
 * may take hours, and may be called again for the same tenant after a crash: whatever was done before, the second time
 * ends the same. Nothing is held in memory but a buffer.
 */
public interface TenantFiles {

    /** The folder that the files have in an archive, such as {@code documents}: a module's name, which never changes. */
    String folder();

    /**
     * Every file of the tenant that is to be taken along, each once, in an order that is the same each time. The name is
     * made of ids ({@code 0199…/original}), never of what people have called the file, and says all that
     * {@link #restore} needs to find the row that it belongs to.
     */
    void each(TenantId tenant, Visitor visitor) throws IOException;

    /** Those that belong to a person, for that person to take along. */
    void eachOf(TenantId tenant, Set<MemberId> people, Visitor visitor) throws IOException;

    /**
     * Takes a file in, under the same name. The module's rows are there already, with the ids that they had, and what was
     * sealed in them ({@link com.gmservices.vault.SealedColumn}) is sealed by this installation's key. Where a file lies
     * in the store is therefore to be worked out of tenant and id, and not to be read from the row: the tenant is
     * another one here. Size and checksum are compared by the caller, while the stream is read to its end.
     */
    void restore(TenantId tenant, String name, long size, InputStream content) throws IOException;

    /** Of a person who is erased: called before the rows are. What has to be kept for the books stays. */
    void erase(TenantId tenant, Set<MemberId> people) throws IOException;

    /** The tenant disappears: called before its rows are deleted. */
    void deleteAll(TenantId tenant) throws IOException;

    /** Who is shown one file after the other. */
    @FunctionalInterface
    interface Visitor {

        /**
         * @param size in bytes, exactly: an archive says it before the content
         * @param content decrypted; opened when it is read, and closed by the visitor
         */
        void file(String name, long size, Content content) throws IOException;
    }

    /** Opens a file. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** For a file that hangs on one row: {@code <id>/<kind>}. */
    static String name(UUID id, String kind) {
        return id + "/" + kind;
    }
}
