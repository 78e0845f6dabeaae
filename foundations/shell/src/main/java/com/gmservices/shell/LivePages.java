package com.gmservices.shell;

import com.gmservices.events.Latest;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Where open pages listen for what others do. */
@Controller
class LivePages {

    private final LiveStreams streams;

    LivePages(LiveStreams streams) {
        this.streams = streams;
    }

    /** Its thread is a virtual one: to keep it for as long as the page listens costs next to nothing. */
    @Allow(Allow.MEMBERS)
    @GetMapping("/live")
    void listen(
            CurrentMember member,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String mark,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Optional<LiveStream> stream = streams.open(member, mark != null && Latest.isMark(mark) ? mark : null);
        if (stream.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("X-Accel-Buffering", "no");
        try {
            stream.get().write(response.getOutputStream());
        } catch (IOException _) {
            // The page was closed, as each of them is one day.
        } finally {
            streams.close(stream.get());
        }
    }
}
