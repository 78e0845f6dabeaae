package com.gmservices.database;

/**
 * Where the database is and how each of the three roles signs in: the owner migrates, the app serves one tenant at a
 * time, the platform works across tenants. None is a superuser or bypasses row-level security.
 */
public record DatabaseLogin(String url, Role owner, Role app, Role platform) {

    public record Role(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
