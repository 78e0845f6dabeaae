package com.gmservices.documents.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that speaks S3 and checks every signature, in a process of its own. */
final class S3Proxy implements AutoCloseable {

    static final String KEY = "someone";
    static final String SECRET = "whose-secret-is-this";

    private static final Pattern LISTENING =
            Pattern.compile(".*Started \\S*ServerConnector@.*\\{127\\.0\\.0\\.1:(\\d+)}.*");

    private final Process process;
    private final URI endpoint;

    private S3Proxy(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static S3Proxy start(Path folder) throws IOException {
        Path settings = Files.writeString(folder.resolve("s3proxy.properties"), """
                s3proxy.endpoint=http://127.0.0.1:0
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient-nio2
                jclouds.identity=none
                jclouds.credential=none
                """.formatted(KEY, SECRET));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        "target/s3proxy/s3proxy-jar-with-dependencies.jar",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .start();
        return new S3Proxy(process, endpoint(process));
    }

    private static URI endpoint(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                Thread.ofVirtual().start(() -> out.lines().forEach(rest -> {}));
                return URI.create("http://127.0.0.1:" + listening.group(1));
            }
        }
        throw new IOException("s3proxy did not start");
    }

    Bucket bucket(String secret) {
        return new Bucket("files", "us-east-1", endpoint, KEY, secret, true);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
