package com.gmservices.notifications;

/** A mail as its recipient reads it. */
record Letter(String sender, String subject, String text, String html) {}
