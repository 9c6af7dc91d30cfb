package dev.almanac.preview;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.daily.PostText;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.MessageBodies;
import dev.almanac.lookup.AboutCommand;
import dev.almanac.lookup.EventCommand;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.HelpCommand;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.RandomCommand;
import dev.almanac.lookup.TimelineCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.picture.Pictures;
import dev.almanac.reading.LineReader;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineState;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in real Chromium; run by the profile "browser". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewInBrowser {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final String MISTAKE = "February has no day 30. Try /onthisday month:February day:28.";

    private volatile TimelineState state = new TimelineState("events.json", 866, CLOCK.instant(), 0, List.of());
    private final PreviewServer server = server();
    private final Browser browser = new Browser();

    private static PreviewEdition edition(Commands commands, Timeline timeline) {
        return new PreviewEdition(
                commands,
                new LineReader(commands, timeline, true),
                new MessageBodies(commands, new KeptMessages()),
                new PostText(timeline, new Pictures(timeline)));
    }

    private PreviewServer server() {
        Timeline timeline =
                new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();
        List<Command> lookups = List.of(
                new OnThisDayCommand(timeline, Examples.of(timeline)),
                new TimelineCommand(
                        timeline, new PreparedSearch(timeline), new Pictures(timeline), Examples.of(timeline)),
                new YearCommand(timeline, Examples.of(timeline)),
                new RandomCommand(timeline, new Random(1), Examples.of(timeline)),
                new EventCommand(timeline, new PreparedSearch(timeline), Examples.of(timeline)),
                new AboutCommand(timeline, "1"),
                new FakeDaily(),
                new FakeTooMuch());
        Command help = new HelpCommand(
                timeline.head(), lookups.stream().map(Command::usage).toList());
        Commands commands =
                new Commands(Stream.concat(lookups.stream(), Stream.of(help)).toList(), new Random(1));
        try {
            PreviewEdition edition = edition(commands, timeline);
            return PreviewServer.start(0, () -> edition, () -> state, new PreviewDiscord(), CLOCK);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    void show() {
        browser.preferring("light");
    }

    @BeforeEach
    void openAnew() {
        browser.preferring("light").sized(1180, 800, 1).at(server.address());
        browser.run("localStorage.clear()");
        awaitMessages(1);
        // The one that the page begins with; the tests count what comes after.
        browser.run("document.querySelector('.message').remove()");
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(condition::getAsBoolean);
    }

    private List<String> texts(String css) {
        return browser.findAll(css).stream().map(WebElement::getText).toList();
    }

    /** Types into what has the focus, and waits until the first suggestion begins so. */
    private void typeUntilOffered(String typed, String offer) {
        browser.type(typed);
        until(() -> texts("#offers li").get(0).startsWith(offer));
    }

    private void awaitMessages(int count) {
        until(() -> browser.findAll(".message .content").size() == count
                && browser.findAll(".message .muted").isEmpty()
                && browser.run("return document.getElementById('typing').hidden")
                        .equals("true"));
    }

    private WebElement button(String label) {
        return browser.findAll(".message:last-child .body button").stream()
                .filter(found -> found.getText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not among " + texts(".message .body button")));
    }

    private void ask(String line) {
        int before = Integer.parseInt(browser.run("return document.querySelectorAll('.message').length"));
        browser.find("#text").sendKeys(line + " ");
        until(() -> browser.run("return document.querySelector('.command') !== null")
                .equals("true"));
        browser.type(Keys.ESCAPE);
        browser.find("#send").click();
        awaitMessages(before + 1);
    }

    @Test
    void offersTheCommandsAtASlashAndAnswersTheOneThatIsTyped() {
        browser.type("/");
        until(() -> texts("#offers li").size() == 10);
        assertTrue(texts("#offers li").get(0).startsWith("/onthisday"));

        typeUntilOffered("ye", "/year");
        browser.type(Keys.ENTER);
        typeUntilOffered("1867", "1867 (");
        browser.type(Keys.ENTER, Keys.ENTER);

        awaitMessages(1);
        assertEquals(List.of("Anna used /year"), texts(".asked"));
        assertEquals("1867", browser.find(".message h2").getText());
        assertEquals(List.of(), texts(".refused"));
        assertTrue(browser.run("return document.getElementById('status').textContent")
                .startsWith("Almanac: 1867"));
    }

    @Test
    void goesOnInTheBoxOnceAnExampleIsPressed() {
        browser.find(".welcome button").click();

        awaitMessages(1);
        assertEquals("text", browser.focused().getDomAttribute("id"));
    }

    @Test
    void completesAnEventByAWordOfItsTitle() {
        browser.type("/event ");
        typeUntilOffered("fleet at port arth", "1904 · Japan attacks the Russian fleet at Port Arthur");
        browser.type(Keys.TAB, Keys.ENTER);

        awaitMessages(1);
        assertTrue(texts(".message h3").contains("Japan attacks the Russian fleet at Port Arthur"));
    }

    @Test
    void turnsPagesInPlaceAndKeepsTheFocusOfWhoeverHasNoMouse() {
        ask("/year 1960s");
        List<String> first = texts(".message .text li");
        button("Next page").sendKeys(Keys.ENTER);
        until(() -> !texts(".message .text li").equals(first));

        assertEquals(1, browser.findAll(".message").size());
        assertEquals("Next page", browser.focused().getText());
    }

    @Test
    void opensAnEventOfAListFromItsMenuAndGoesBack() throws IOException {
        ask("/year 1867");
        List<String> lines = texts(".message .text li");
        browser.find(".select").click();
        assertTrue(texts(".options li").size() == lines.size());
        assertEquals("", violations());
        String label = browser.findAll(".options .label").get(1).getText();
        browser.type(Keys.ARROW_DOWN, Keys.ENTER);
        until(() -> texts(".message h3").equals(List.of(label)));

        assertEquals(1, browser.findAll(".message").size());
        assertEquals("Back to the list", browser.focused().getText());
        browser.focused().click();
        until(() -> texts(".message .text li").equals(lines));
        browser.find(".select").click();
        browser.findAll(".options li").get(0).click();
        until(() -> !texts(".message h3").isEmpty());
    }

    @Test
    void aMenuClosesWithoutAChoice() {
        ask("/year 1867");
        browser.find(".select").sendKeys(Keys.ARROW_DOWN);
        assertTrue(browser.find(".options").isDisplayed());
        browser.type(Keys.ESCAPE);
        assertFalse(browser.find(".options").isDisplayed());
        browser.find(".select").click();
        browser.find("#text").click();
        until(() -> !browser.find(".options").isDisplayed());
    }

    @Test
    void ticksSeveralInAMenuAndTakesThemWhenItCloses() throws IOException {
        ask("/daily set history");
        assertEquals("UTC", browser.find(".select").getText());
        browser.find(".select").sendKeys(Keys.ARROW_DOWN);
        browser.type(Keys.ENTER, Keys.ARROW_DOWN, Keys.SPACE, Keys.END, Keys.ENTER);
        assertEquals("Moscow, New York", browser.find(".select").getText());
        assertEquals("", violations());
        browser.type(Keys.ESCAPE);
        assertEquals("UTC", browser.find(".select").getText());

        browser.find(".select").click();
        browser.findAll(".options li").get(1).click();
        browser.find("#text").click();
        until(() -> texts(".message .text").get(2).startsWith("When\n09:00 in America/New_York,UTC"));
        assertEquals(1, browser.findAll(".message").size());
    }

    @Test
    void tellsAMistakeToTheAskerOnlyAndLetsItBeDismissed() {
        ask("/onthisday february 30");

        assertEquals(List.of(MISTAKE), texts(".message.private .text p"));
        assertEquals(List.of("Only you can see this · Dismiss message"), texts(".only"));
        browser.find(".dismiss").click();
        until(() -> browser.run("return document.querySelectorAll('.message').length")
                .equals("0"));
    }

    @Test
    void refusesWhatDiscordWouldNotSendAndSaysWhy() {
        browser.type("/year ", Keys.ENTER);
        assertEquals(
                "“year” is required: A year, years or a decade: 1867, 1867-1870, 1860s.",
                browser.find("#problem").getText());
        browser.type(Keys.BACK_SPACE, "/onthisday day:32", Keys.ENTER);
        until(() -> browser.find("#problem").getText().equals("“day” is a whole number from 1 to 31."));
        assertEquals("true", browser.focused().getDomAttribute("aria-invalid"));
    }

    @Test
    void answersALineOfPlainWords() {
        browser.type("what happened in 1867?", Keys.ENTER);

        awaitMessages(1);
        assertEquals(List.of("Anna: what happened in 1867?"), texts(".asked"));
        assertEquals("1867", browser.find(".message h2").getText());
    }

    @Test
    void answersACommandThatIsPastedWhole() {
        browser.run(
                "const box = document.getElementById('text'); box.value = '/daily set channel:#announcements zone:Europe/Moscow';"
                        + " box.dispatchEvent(new Event('input', { bubbles: true }))");
        browser.type(Keys.ENTER);

        awaitMessages(1);
        assertTrue(texts(".message.private .text").contains("Where\nIn #announcements"));
    }

    @Test
    void readsWhatIsTypedBeforeANamedOptionByItself() {
        browser.type("/timeline 1941 to:1945", Keys.ESCAPE, Keys.ENTER);

        awaitMessages(1);
        String alt = String.valueOf(browser.find(".message .gallery img").getDomAttribute("alt"));
        assertTrue(alt.startsWith("A line of time, 1941–1945: "), alt);
    }

    @Test
    void choosesFromAListByKeyboardAloneAndLeavesTheBoxByTab() {
        browser.type("/onthisday ");
        until(() -> texts("#offers li").size() == 2);
        browser.type(Keys.ARROW_DOWN, Keys.ENTER);
        until(() -> texts("#offers li").size() == 12);
        browser.type(Keys.ARROW_UP);
        assertEquals(
                browser.find("#offers li:last-child").getDomAttribute("id"),
                browser.focused().getDomAttribute("aria-activedescendant"));
        browser.type(Keys.ENTER, Keys.ENTER);
        awaitMessages(1);
        assertEquals("December", browser.find(".message h2").getText());

        browser.type(Keys.TAB);
        assertEquals("send", browser.focused().getDomAttribute("id"));
        until(() -> {
            browser.type(Keys.SHIFT, Keys.TAB);
            return browser.focused().getText().equals("January →");
        });
        browser.type(Keys.ENTER);
        until(() -> browser.find(".message h2").getText().equals("January"));
    }

    @Test
    void fillsAPanelOfSettingsWithChannelZoneAndRole() {
        browser.type("/daily s");
        typeUntilOffered("", "/daily set");
        browser.type(Keys.ENTER);
        typeUntilOffered("ann", "#announcements");
        browser.type(Keys.TAB);
        typeUntilOffered("zo", "zone");
        browser.type(Keys.TAB);
        typeUntilOffered("Mos", "Moscow");
        browser.type(Keys.TAB);
        browser.type("role:");
        typeUntilOffered("hist", "@History fans");
        browser.type(Keys.TAB, Keys.ENTER);
        awaitMessages(1);

        assertEquals(
                List.of(
                        "The daily post",
                        "Where\nIn #announcements",
                        "When\n09:00 in Europe/Moscow: next 25 November 2026 at 06:00, in 18 hours",
                        "Who is told\n@History fans"),
                texts(".message.private .text"));
        // A panel's buttons turn it in place: "daily list" knows no zone and no role.
        button("Preview").click();
        until(() -> texts(".message.private .text").size() == 3);
        awaitMessages(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/daily set history zone:Europe/Moscow",
                "/daily set channel:#history zone:Europe/Moscow",
                "/daily set zone:Europe/Moscow channel:history",
                "/daily set history time:9:00 zone:Europe/Moscow time:09:00"
            })
    void takesOptionsByTheirNamesInOneLineWithoutTheList(String line) {
        browser.type(line, Keys.ESCAPE, Keys.ENTER);

        awaitMessages(1);
        assertEquals(
                List.of(
                        "The daily post",
                        "Where\nIn #history",
                        "When\n09:00 in Europe/Moscow: next 25 November 2026 at 06:00, in 18 hours"),
                texts(".message.private .text"));
    }

    @Test
    void filtersListsThatAreChosenFromAndRefusesWhatIsNotInThem() {
        browser.type("/daily set nowhere", Keys.ESCAPE, Keys.ENTER);
        until(() -> browser.find("#problem").getText().contains("is not in the list of “channel”"));
    }

    @Test
    void saysWhereDiscordWouldRefuseAMessage() {
        ask("/toomuch");

        assertEquals(List.of("Cannot build message with over 40 total components, provided 49"), texts(".refused li"));
    }

    @Test
    void aCommandThatIsNamedInAMessageCanBePressed() {
        ask("/help");
        browser.find(".message .mention[data-command=year]").click();
        until(() -> texts(".command").equals(List.of("/year")));
        assertEquals(
                "year: A year, years or a decade: 1867, 1867-1870, 1860s",
                browser.focused().getDomAttribute("aria-label"));
    }

    @Test
    void everyExampleOfTheWelcomeIsAnswered() {
        int examples = browser.findAll(".welcome button").size();
        for (int i = 0; i < examples; i++) {
            int before = texts(".asked").size();
            browser.run("document.querySelectorAll('.welcome button')[arguments[0]].click()", i);
            until(() -> texts(".asked").size() > before
                    || !browser.find("#problem").getText().isEmpty());
        }
        // All but "/daily set", which has to be told where.
        until(() -> texts(".asked").size() == examples - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isReadableForEveryoneInBothThemes(String theme) throws IOException {
        browser.preferring(theme);
        ask("/onthisday november 5");
        ask("/year 1867");
        ask("/help");
        ask("/onthisday february 30");
        ask("/daily set history");
        ask("/toomuch");
        assertEquals("", violations());
        browser.find("#text").sendKeys("/onthisday mo");
        until(() -> !texts("#offers li").isEmpty());
        assertEquals("", violations());
        browser.sized(390, 844, 1);
        assertEquals("", violations());
    }

    private String violations() throws IOException {
        try (InputStream script = PreviewInBrowser.class.getResourceAsStream("/axe.min.js")) {
            browser.run(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        }
        return browser.runAsync("""
                const done = arguments[arguments.length - 1];
                axe.run(document).then((found) => done(found.violations.map((violation) =>
                    `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html + " " + node.failureSummary).join("; ")}`
                ).join("\\n")));""");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void fitsAPhoneWithoutScrollingSideways(int width) {
        browser.sized(width, 700, 1);
        ask("/year 1867");
        ask("/help");
        ask("/daily set history");
        browser.find("#text").sendKeys("/onthisday march day:3");

        assertEquals("[]", browser.run("""
                return JSON.stringify([...document.querySelectorAll("body, body *")]
                    .filter((node) => node.scrollWidth > document.documentElement.clientWidth
                        || node.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
                    .map((node) => node.outerHTML.slice(0, 80) + node.scrollWidth + " " + node.getBoundingClientRect().right + " of " + document.documentElement.clientWidth));"""));
    }

    @Test
    void followsThePreferredThemeUntilItIsSwitched() {
        String background = "return getComputedStyle(document.body).backgroundColor";
        String light = browser.run(background);
        browser.preferring("dark");
        String dark = browser.run(background);
        assertFalse(light.equals(dark));
        // The page hears of the preference a moment after it is drawn with it.
        until(() -> browser.find("#theme").getText().equals("Light theme"));
        browser.find("#theme").click();
        assertEquals(light, browser.run(background));
    }

    @Test
    void loadsNothingFromElsewhereAndBreaksNoRuleOfItsOwn() {
        browser.run(
                "window.broken = []; addEventListener('securitypolicyviolation', (event) => broken.push(event.blockedURI))");
        ask("/year 1867");
        ask("/about");

        assertEquals("[]", browser.run("return JSON.stringify(broken)"));
        assertEquals(
                "[]",
                browser.run("return JSON.stringify(performance.getEntriesByType('resource')"
                        + ".map((entry) => entry.name).filter((name) => !name.startsWith(location.origin)))"));
    }

    @Test
    void beginsWithTheTimelineAndItsToday() {
        browser.at(server.address());
        awaitMessages(1);
        assertTrue(browser.find(".welcome").getText().contains("A timeline of US-Russian relations."));
        assertTrue(
                texts(".message h2").get(0).startsWith("Today, 24 November"),
                texts(".message").get(0));
    }

    @Test
    void remembersTheTheme() {
        browser.find("#theme").click();
        browser.at(server.address());

        assertEquals("Light theme", browser.find("#theme").getText());
    }

    @Test
    void tellsWithoutAPressWhatBecameOfTheFile() {
        state = state.refused(List.of("events.json:3:1: the file ends too early"));
        until(() ->
                browser.find(".news").getText().equals(state.inWords() + "\nevents.json:3:1: the file ends too early"));
        state = state.taken(867, CLOCK.instant());
        until(() -> browser.find(".news:last-child").getText().equals("events.json was read anew: 867 events."));
    }

    /** Else a space typed next would press the same button again. */
    @Test
    void whoeverPressesGoesOnTyping() {
        browser.type("/year 1867", Keys.ENTER);
        awaitMessages(1);
        button("1868 →").click();
        until(() -> browser.run("return document.activeElement.id").equals("text"));
    }

    @Test
    void saysSoWhenThePreviewHasEnded() throws IOException {
        Commands none = new Commands(List.of(new FakeDaily()), new Random(1));
        PreviewEdition edition = edition(none, new Timeline(Events.HEAD, List.of()));
        try (PreviewServer other = PreviewServer.start(0, () -> edition, () -> state, new PreviewDiscord(), CLOCK)) {
            browser.at(other.address());
        }
        browser.type("/daily list ", Keys.ENTER);
        until(() -> browser.find("#problem")
                .getText()
                .equals("The preview does not answer. Is it still running in its terminal?"));
    }
}
