package com.gmservices;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What can be called, as its controller names it. */
record Route(String method, String pattern) {

    static List<Route> all(RequestMappingHandlerMapping routes) {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(route -> isOurs(route.getValue()))
                .flatMap(route -> of(route.getKey()))
                .filter(route -> !route.pattern.equals("/error"))
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    boolean hasVariables() {
        return pattern.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("com.gmservices.");
    }

    static Stream<Route> of(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .flatMap(pattern -> info.getMethodsCondition().getMethods().isEmpty()
                        ? Stream.of(new Route("GET", pattern))
                        : info.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), pattern)));
    }
}
