/** What is said, in the words of the platform or of the business, in the language of whoever reads it. */
@NullMarked
package com.gmservices.notifications.wording;

import org.jspecify.annotations.NullMarked;
