package com.gmservices;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code GM_CHROMIUM}, or the one that is installed: with windows of any width, light or dark, with script or without. */
final class Chromium implements AutoCloseable {

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(program())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));

    BrowserContext window(int width, ColorScheme theme, boolean script) {
        return window(options(width, theme).setJavaScriptEnabled(script));
    }

    BrowserContext window(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    static Browser.NewContextOptions options(int width, ColorScheme theme) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(theme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-US");
    }

    private static Path program() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("GM_CHROMIUM")),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The browser tests need Chromium: ./gm test installs it"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
