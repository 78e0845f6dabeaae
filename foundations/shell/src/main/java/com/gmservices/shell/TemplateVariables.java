package com.gmservices.shell;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** What every template can ask, as variables: Thymeleaf keeps beans out of addresses and other sensitive places. */
@Component
class TemplateVariables implements InitializingBean {

    private final ThymeleafViewResolver views;
    private final Assets assets;
    private final Frame frame;

    TemplateVariables(ThymeleafViewResolver views, Assets assets, Frame frame) {
        this.views = views;
        this.assets = assets;
        this.frame = frame;
    }

    @Override
    public void afterPropertiesSet() {
        views.addStaticVariable("assets", assets);
        views.addStaticVariable("frame", frame);
    }
}
