package com.gmservices.notifications.web;

import com.gmservices.notifications.Business;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** The module's pages and API for one business, called as whomever a test likes. */
final class Web {

    private final Business business;
    private final MockMvc mvc;
    private final Tenant tenant;

    Web(WebApplicationContext context, Business business) {
        this.business = business;
        this.tenant = context.getBean(Tenants.class).find(business.id()).orElseThrow();
        ViewResolver templates = context.getBean("thymeleafViewResolver", ViewResolver.class);
        this.mvc = MockMvcBuilders.standaloneSetup(
                        context.getBean(NotificationsApi.class),
                        context.getBean(NotificationPages.class),
                        context.getBean(PreferencesApi.class),
                        context.getBean(PreferencePages.class),
                        context.getBean(UnsubscribeApi.class),
                        context.getBean(UnsubscribePages.class),
                        context.getBean(LogApi.class),
                        context.getBean(LogPages.class),
                        context.getBean(LogCsv.class),
                        context.getBean(TextsPages.class),
                        context.getBean(MailboxPages.class))
                .setCustomArgumentResolvers(new Caller())
                .setConversionService(context.getBean("mvcConversionService", FormattingConversionService.class))
                .setControllerAdvice(context.getBeansWithAnnotation(ControllerAdvice.class)
                        .values()
                        .toArray())
                .setMessageConverters(
                        new StringHttpMessageConverter(),
                        new JacksonJsonHttpMessageConverter(context.getBean(JsonMapper.class)))
                .setViewResolvers((name, language) -> templates.resolveViewName(name, language))
                .build();
    }

    MockHttpServletRequestBuilder page(String path) {
        return inTenant(MockMvcRequestBuilders.get("/t/%s%s".formatted(business.slug(), path)));
    }

    MockHttpServletRequestBuilder form(String path) {
        return inTenant(MockMvcRequestBuilders.post("/t/%s%s".formatted(business.slug(), path)));
    }

    MockHttpServletRequestBuilder inTenant(MockHttpServletRequestBuilder request) {
        return request.contextPath("/t/" + business.slug());
    }

    ResultActions call(@Nullable CurrentMember member, MockHttpServletRequestBuilder request) {
        if (member != null) {
            request.requestAttr("currentMember", member);
        }
        return business.in(() -> mvc.perform(request.requestAttr("nonce", "n").requestAttr("currentTenant", tenant)));
    }

    private static final class Caller implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.nestedIfOptional().getNestedParameterType() == CurrentMember.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Object member = request.getAttribute("currentMember", 0);
            return parameter.isOptional() ? Optional.ofNullable(member) : member;
        }
    }
}
