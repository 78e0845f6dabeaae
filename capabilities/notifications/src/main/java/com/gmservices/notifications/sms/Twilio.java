package com.gmservices.notifications.sms;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The two calls of Twilio's API of 2010-04-01 that are needed. */
@HttpExchange("/2010-04-01/Accounts/{sid}")
interface Twilio {

    @PostExchange(url = "/Messages.json", contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> send(
            @RequestHeader("Authorization") String authorization,
            @PathVariable("sid") String sid,
            @RequestBody MultiValueMap<String, String> message);

    @GetExchange("/Messages.json")
    ResponseEntity<String> list(
            @RequestHeader("Authorization") String authorization,
            @PathVariable("sid") String sid,
            @RequestParam("To") String to,
            @RequestParam("DateSent>") String since,
            @RequestParam("PageSize") int most);
}
