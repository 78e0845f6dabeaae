package com.gmservices.shell;

/**
 * A line in the menu, contributed as a bean by the module whose page it opens.
 *
 * @param label a message key
 * @param path within the tenant: {@code /requests}
 * @param icon the name of one of the shell's icons
 * @param permission who sees it: a permission, or a constant of {@link com.gmservices.tenancy.Allow}
 * @param order from top to bottom
 */
public record MenuEntry(Menu menu, String label, String path, String icon, String permission, int order) {

    /** Customers have few entries at the top of the page; staff and administrators a rail at its side. */
    public enum Menu {
        CUSTOMER,
        STAFF,
        ADMINISTRATION
    }

    boolean isAbove(String page) {
        return page.equals(path) || page.startsWith(path + "/");
    }
}
