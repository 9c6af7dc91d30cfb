package dev.almanac.preview;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Chromium without a window, which reaches this machine only. Where it is not at Debian's places, the properties almanac.browser and
 * almanac.browser.driver say where.
 */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChromeDriver driver;

    /** Opens it. */
    public Browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("almanac.browser", "/usr/bin/chromium"));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=en-GB",
                "--force-color-profile=srgb",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getProperty("almanac.browser.driver", "/usr/bin/chromedriver")))
                .build();
        this.driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(PATIENCE).scriptTimeout(PATIENCE);
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "UTC"));
    }

    /**
     * How it shows pages from now on.
     *
     * @param scale pixels of a picture to one of the page
     */
    public Browser sized(int width, int height, double scale) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
        return this;
    }

    /** Which colours its user prefers. */
    public Browser preferring(String theme) {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", theme);
        Map<String, String> calm = Map.of("name", "prefers-reduced-motion", "value", "reduce");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme, calm)));
        return this;
    }

    /** Opens the preview, ready to type. */
    public Browser at(URI address) {
        driver.get(address.toString());
        find(".welcome");
        return this;
    }

    /** The first that matches, once there is one. */
    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** All that match now. */
    public List<WebElement> findAll(String css) {
        driver.manage().timeouts().implicitlyWait(Duration.ZERO);
        List<WebElement> found = driver.findElements(By.cssSelector(css));
        driver.manage().timeouts().implicitlyWait(PATIENCE);
        return found;
    }

    /** Types wherever the focus is. */
    public Browser type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Where the focus is. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** What a script of the test returns, as text. */
    public String run(String script, Object... arguments) {
        return String.valueOf(driver.executeScript(script, arguments));
    }

    /** What a script of the test gives to its last argument, a function; as text. */
    public String runAsync(String script, Object... arguments) {
        return String.valueOf(driver.executeAsyncScript(script, arguments));
    }

    /** A picture of the window, as PNG. */
    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
