/** Text messages, who carries them (Twilio, Amazon SNS), and what they may cost. */
@NullMarked
package com.gmservices.notifications.sms;

import org.jspecify.annotations.NullMarked;
