/** Mails, and who carries them: an SMTP server, SendGrid, Amazon SES. */
@NullMarked
package com.gmservices.notifications.mail;

import org.jspecify.annotations.NullMarked;
