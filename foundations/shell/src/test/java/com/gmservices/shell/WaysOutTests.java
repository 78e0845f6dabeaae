package com.gmservices.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.gmservices.tenancy.Links;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class WaysOutTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private final Links links = mock(Links.class);

    @BeforeEach
    void aSite() {
        given(links.platform("/")).willReturn(URI.create("https://gm.example/"));
    }

    private ModelAndView after(String view) {
        var answer = new ModelAndView(view);
        new WaysOut(links).postHandle(new MockHttpServletRequest(), response, this, answer);
        return answer;
    }

    @Test
    void toAnotherSiteOverAPageThatLeadsThere() {
        ModelAndView page = after("redirect:https://checkout.stripe.com/c/pay?id=1#a");

        assertThat(page.getViewName()).isEqualTo("shell/way-out");
        assertThat(page.getModel())
                .containsEntry("site", "checkout.stripe.com")
                .containsEntry("address", "https://checkout.stripe.com/c/pay?id=1#a");
        assertThat(response.getHeader("Refresh")).isEqualTo("0; url=https://checkout.stripe.com/c/pay?id=1#a");
    }

    @Test
    void withinThisOneAsEver() {
        assertThat(after("redirect:/pay/outcome").getViewName()).isEqualTo("redirect:/pay/outcome");
        assertThat(after("redirect:https://gm.example/t/harbour/sandbox").getViewName())
                .isEqualTo("redirect:https://gm.example/t/harbour/sandbox");
        assertThat(after("shell/front").getViewName()).isEqualTo("shell/front");
        assertThat(response.getHeader("Refresh")).isNull();
    }
}
