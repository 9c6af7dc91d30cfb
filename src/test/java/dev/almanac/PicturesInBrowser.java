package dev.almanac;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.preview.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** Draws the pictures of the README; with {@code -Dalmanac.pictures.write=true} writes them anew. */
class PicturesInBrowser {
    private static final int LARGEST = 300_000;
    private static final boolean WRITE = Boolean.getBoolean("almanac.pictures.write");

    @Test
    void areAsNewAsWhatTheyShow() throws IOException, InterruptedException {
        if (WRITE) {
            return;
        }
        assertEquals(
                Files.readString(Pictures.MADE_FROM),
                Pictures.madeFrom(),
                "The pictures show what is no longer so. Make them anew: " + Pictures.HOW);
    }

    @Test
    void areDrawnWithTheFontTheyName() {
        try (Browser browser = new Browser();
                Preview preview = Pictures.preview()) {
            browser.at(preview.address());
            assertTrue(
                    !width(browser, "\"" + Pictures.FONT + "\", monospace").equals(width(browser, "monospace")),
                    Pictures.FONT + " is not installed: Debian's package fonts-liberation has it");
            inTheFont(browser);
            assertTrue(browser.run("return getComputedStyle(document.getElementById('log')).fontFamily")
                    .contains(Pictures.FONT));
        }
    }

    private static String width(Browser browser, String font) {
        return browser.run(
                "const pen = document.createElement('canvas').getContext('2d'); pen.font = '40px ' + arguments[0];"
                        + " return pen.measureText('Illness in 1867').width",
                font);
    }

    private static void inTheFont(Browser browser) {
        browser.run("document.body.style.fontFamily = '\"" + Pictures.FONT + "\"'");
    }

    @Test
    void showTheRepliesOfThePreviewInBothThemes() throws IOException, InterruptedException {
        try (Browser browser = new Browser()) {
            for (Pictures.Picture picture : Pictures.ALL) {
                for (String theme : List.of("light", "dark")) {
                    byte[] drawn =
                            drawn(picture, browser.preferring(theme).sized(picture.width(), picture.height(), 1.5));
                    assertTrue(drawn.length < LARGEST, picture.name() + " has " + drawn.length + " bytes");
                    if (WRITE) {
                        Files.createDirectories(Pictures.FOLDER);
                        Files.write(picture.file(theme), drawn);
                    }
                }
            }
        }
        if (WRITE) {
            Files.writeString(Pictures.MADE_FROM, Pictures.madeFrom());
        }
    }

    /** A preview of its own for each: what was set up for one picture would be changed by the next. */
    private static byte[] drawn(Pictures.Picture picture, Browser browser) {
        try (Preview preview = Pictures.preview()) {
            return drawn(picture, browser, preview);
        }
    }

    private static byte[] drawn(Pictures.Picture picture, Browser browser, Preview preview) {
        browser.at(preview.address());
        inTheFont(browser);
        // The page begins with today.
        browser.find(".message .body");
        browser.run("document.querySelector('.welcome').remove(); document.querySelector('.message').remove()");
        browser.find("#text").sendKeys(picture.line() + " ");
        browser.find("#send").click();
        browser.find(".message .body");
        awaitAnswer(browser);
        for (String label : picture.presses()) {
            press(browser, label);
            awaitAnswer(browser);
        }
        if (!picture.presses().isEmpty()) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> browser.findAll(".message").size() > 1);
            browser.run("document.querySelectorAll('.message:not(:last-child)').forEach(one => one.remove())");
        }
        // A blinking caret would be on some pictures and not on others.
        browser.run("document.activeElement.blur(); document.getElementById('log').scrollTop = 0");
        return browser.picture();
    }

    /** Until neither the page waits for the bot nor the message says that the bot thinks. */
    private static void awaitAnswer(Browser browser) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> browser.run("return document.getElementById('typing').hidden"
                                + " && !document.getElementById('log').textContent.includes('is thinking')")
                        .equals("true"));
    }

    private static void press(Browser browser, String label) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> named(browser, label).findFirst(), Optional::isPresent)
                .orElseThrow()
                .click();
    }

    private static Stream<WebElement> named(Browser browser, String label) {
        return browser.findAll(".message button[data-id]").stream()
                .filter(button -> button.getText().equals(label));
    }
}
