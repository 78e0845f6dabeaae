package com.gmservices.demo;

/** With which a person who tries the platform can sign in. */
public record DemoAccount(String tenant, String business, String role, String email, String password) {}
