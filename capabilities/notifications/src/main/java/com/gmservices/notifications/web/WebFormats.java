package com.gmservices.notifications.web;

import com.gmservices.notifications.Channel;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Channels are written by their codes in forms, as everywhere. */
@Configuration(proxyBeanMethods = false)
class WebFormats implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, Channel.class, Channel::of);
    }
}
