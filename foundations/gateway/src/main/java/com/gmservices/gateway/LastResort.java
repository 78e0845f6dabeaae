package com.gmservices.gateway;

import com.gmservices.tenancy.Allow;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What no controller answered: errors of the container and paths that the firewall turns away. */
@Controller
class LastResort implements ErrorController {

    @Allow(Allow.EVERYONE)
    @RequestMapping("${spring.web.error.path:/error}")
    Object answer(HttpServletRequest request) {
        HttpStatusCode status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
        if (request.getAttribute(FilterAnswers.REASON) instanceof Exception refused) {
            return Problems.answer(Failure.of(refused), request, "/");
        }
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
        return Problems.answer(Failure.of(status), request, path);
    }

    @Configuration(proxyBeanMethods = false)
    static class Firewall {

        @Bean
        RequestRejectedHandler rejectedRequests(FilterAnswers answers) {
            var malformed = new ResponseStatusException(HttpStatus.BAD_REQUEST, "This address is malformed");
            return (request, response, why) -> answers.refuse(request, response, malformed);
        }
    }
}
