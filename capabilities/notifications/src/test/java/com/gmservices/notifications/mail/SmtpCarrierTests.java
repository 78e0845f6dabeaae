package com.gmservices.notifications.mail;

import com.gmservices.notifications.MailServers;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.CarrierContract;
import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class SmtpCarrierTests extends CarrierContract<MailMessage> {

    static final GreenMail SERVER = MailServers.friendly();

    private final List<ServerSocket> opened = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (ServerSocket server : opened) {
            server.close();
        }
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Override
    protected Carrier<MailMessage> of(Mood mood) throws IOException {
        int port = switch (mood) {
            case WELL -> SERVER.getSmtp().getPort();
            case REFUSING -> port(MailServers.answeringData("554 5.7.1 looks like spam"));
            case DEAD_ADDRESS -> port(MailServers.refusing("550 5.1.1 no such user"));
            case BUSY -> port(MailServers.refusing("451 4.3.0 try later"));
            case WRONG_KEY -> port(MailServers.answeringData("454 4.7.0 temporary authentication failure"));
            case AWAY -> MailServers.freePort();
            case BROKEN, SILENT -> port(MailServers.answeringData(null));
        };
        return new SmtpCarrier(MailServers.at(port));
    }

    private int port(ServerSocket server) {
        opened.add(server);
        return server.getLocalPort();
    }

    @Override
    protected MailMessage message(Mood mood) {
        return Mails.to("ada@example.com");
    }

    @Override
    protected int taken() {
        return SERVER.getReceivedMessages().length;
    }

    @Override
    protected int asked() {
        return taken();
    }
}
