package com.gmservices.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What each of the application's transactions says to the database first. When it cannot, the transaction does not begin. */
public interface FirstStatement {

    void say(Connection connection) throws SQLException;
}
