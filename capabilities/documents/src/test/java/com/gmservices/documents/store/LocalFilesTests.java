package com.gmservices.documents.store;

import org.junit.jupiter.api.BeforeEach;

class LocalFilesTests extends StoreContract {

    private FileStore store;

    @BeforeEach
    void open() {
        store = new LocalFiles(folder.resolve("store"));
    }

    @Override
    FileStore store() {
        return store;
    }
}
