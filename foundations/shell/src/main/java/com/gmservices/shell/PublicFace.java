package com.gmservices.shell;

import java.net.URI;

/**
 * What a public page says of itself to search engines and to the previews in messengers: in the model as {@code face}.
 *
 * @param data schema.org's words for it, as JSON that may stand inside a script element
 */
public record PublicFace(String title, String description, URI address, String data) {}
