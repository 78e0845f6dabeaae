/** What a customer fills in: one record is the form, the JSON Schema and the API's body. */
@NullMarked
package com.gmservices.requests.details;

import org.jspecify.annotations.NullMarked;
