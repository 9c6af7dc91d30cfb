package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code almanac}, with a Java and a Maven of our own that say how they are called. */
class LauncherTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void setUp() throws IOException {
        script("java/bin/java", "echo \"locale $LC_ALL\"; for word; do echo \"$word\"; done; exit 7");
        script("clone/mvnw", "echo \"mvnw $*\"; touch target/almanac.jar");
        Files.copy(Path.of("almanac"), folder.resolve("clone/almanac"));
        for (String source : List.of("src/main/Main.java", "pom.xml", ".mvn/jvm.config", "target/almanac.jar")) {
            Path file = folder.resolve("clone").resolve(source);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        try (Stream<Path> sources = Files.walk(folder.resolve("clone"))) {
            for (Path source :
                    sources.filter(file -> !file.endsWith("almanac.jar")).toList()) {
                Files.setLastModifiedTime(source, LONG_AGO);
            }
        }
    }

    private void script(String name, String line) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertTrue(Files.writeString(file, "#!/bin/sh\n" + line + "\n").toFile().setExecutable(true));
    }

    private Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        Path launcher = folder.resolve("clone/almanac");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(words))
                        .toList())
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LANG", "ALMANAC_JAVA_OPTS"));
        builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
    }

    private String becomes(String locale, String... words) {
        Path clone = folder.resolve("clone");
        return String.join(
                        "\n",
                        Stream.concat(
                                        Stream.of(
                                                "locale " + locale,
                                                "-Dalmanac.home=" + clone,
                                                "-jar",
                                                clone.resolve("target/almanac.jar") + ""),
                                        Stream.of(words))
                                .toList())
                + "\n";
    }

    @Test
    void becomesTheProgramWithItsWordsAndItsExitCode() throws Exception {
        assertEquals(
                new Ended(7, becomes("en_GB.UTF-8", "ask", "/event two words"), ""),
                run(Map.of("LC_ALL", "en_GB.UTF-8", "ALMANAC_JAVA_OPTS", ""), "ask", "/event two words"));
    }

    @Test
    void tellsJavaToReadItsWordsInUtf8WhateverTheLocale() throws Exception {
        for (Map<String, String> locale : List.of(
                Map.<String, String>of(),
                Map.of("LC_ALL", "C"),
                Map.of("LANG", "de_DE.ISO-8859-1"),
                Map.of("LANG", "C"))) {
            assertEquals(becomes("C.UTF-8", "год"), run(with(locale), "год").out());
        }
        assertEquals(becomes(""), run(with(Map.of("LANG", "de_DE.utf8"))).out());
    }

    private static Map<String, String> with(Map<String, String> locale) {
        return Stream.concat(locale.entrySet().stream(), Stream.of(Map.entry("ALMANAC_JAVA_OPTS", "")))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void buildsWhatIsOlderThanItsSourcesAndSaysSoInOneLine() throws Exception {
        Files.setLastModifiedTime(folder.resolve("clone/target/almanac.jar"), LONG_AGO);
        Files.setLastModifiedTime(
                folder.resolve("clone/src/main/Main.java"), FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));

        Ended built = run(Map.of());
        assertEquals(
                List.of(
                        "almanac: building what has changed.",
                        "mvnw --quiet --batch-mode -Dmaven.test.skip=true -Dmaven.compiler.failOnWarning=false "
                                + "-Dspotless.check.skip=true package"),
                built.err().lines().toList());
        assertEquals(List.of(7, ""), List.of(built.code(), run(Map.of()).err()));
    }

    @Test
    void buildsWhatIsMissingAndStartsNothingWhenThatFails() throws Exception {
        Files.delete(folder.resolve("clone/target/almanac.jar"));
        script("clone/mvnw", "exit 1");

        assertEquals(new Ended(69, "", """
                        almanac: building. That takes about two minutes the first time; libraries come from Maven Central.
                        almanac: the build failed; the reason is above. It needs a JDK (not a JRE), version 17 to 25, and access to Maven Central.
                        """), run(Map.of()));
    }

    /** A Java that can keep its classes, in the way of 17 or of 25, and writes down each time that it did. */
    private void javaThatKeepsClassesBy(String option) throws IOException {
        script("java/bin/java", """
                case "$*" in
                *%s=*Rehearsal)
                    for word; do case $word in *%s=*) echo classes >"${word#*=}" ;; esac; done
                    echo kept >>"%s" ;;
                *Rehearsal) exit 1 ;;
                *) for word; do echo "$word"; done ;;
                esac""".formatted(option, option, folder.resolve("rehearsals")));
    }

    private List<String> words(String... words) throws IOException, InterruptedException {
        Ended ended = run(Map.of(), words);
        assertEquals("", ended.err());
        return ended.out().lines().toList();
    }

    private long rehearsals() throws IOException {
        return Files.readAllLines(folder.resolve("rehearsals")).size();
    }

    @Test
    void hasJavaKeepItsClassesOnceAndUseThemFromThenOn() throws Exception {
        Path kept =
                folder.resolve("clone/target/classes-of" + folder.toRealPath().resolve("java/bin/java.classes"));
        for (List<String> options : List.of(
                List.of("-XX:ArchiveClassesAtExit", "-XX:SharedArchiveFile="),
                List.of("-XX:AOTCacheOutput", "-XX:AOTCache="))) {
            javaThatKeepsClassesBy(options.get(0));
            Files.deleteIfExists(folder.resolve("rehearsals"));
            Files.deleteIfExists(folder.resolve(
                    "clone/target/classes-of" + folder.toRealPath().resolve("java/bin/java")));

            assertEquals(
                    List.of("-Xlog:disable", options.get(1) + kept),
                    words("today").subList(0, 2));
            assertEquals(
                    List.of("-Xlog:disable", options.get(1) + kept),
                    words("today").subList(0, 2));
            assertEquals(1, rehearsals());
        }
    }

    @Test
    void hasThemKeptAnewForAnotherJarAndForAnotherVersionOfJava() throws Exception {
        javaThatKeepsClassesBy("-XX:ArchiveClassesAtExit");
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"17.0.15\"");
        words();
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"17.0.16\"");
        words();
        assertEquals(2, rehearsals());
        Files.setLastModifiedTime(
                folder.resolve("clone/target/almanac.jar"),
                FileTime.from(Instant.now().plusSeconds(5)));
        words();
        assertEquals(3, rehearsals());
    }

    @Test
    void startsAsWellWithAJavaThatKeepsNone() throws Exception {
        javaThatKeepsClassesBy("-XX:NoSuchOption");
        List<String> alone = List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dalmanac.home=" + folder.resolve("clone"),
                "-jar",
                folder.resolve("clone/target/almanac.jar").toString());
        assertEquals(alone, words());
        assertEquals(alone, words());
    }

    @Test
    void letsJavaCompileABotAsAServer() throws Exception {
        assertEquals(
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xms32m",
                        "-Dalmanac.home=" + folder.resolve("clone"),
                        "-jar",
                        folder.resolve("clone/target/almanac.jar").toString(),
                        "--zone",
                        "UTC",
                        "run"),
                words("--zone", "UTC", "run").stream()
                        .filter(word -> !word.startsWith("locale"))
                        .toList());
    }

    @Test
    void showsSomeoneAtATerminalThatItIsStillBuilding() throws Exception {
        Files.delete(folder.resolve("clone/target/almanac.jar"));
        script("clone/mvnw", "sleep 5; touch target/almanac.jar");
        script("clone/typed", "script --quiet --return --command \"$(dirname \"$0\")/almanac\" /dev/null");
        ProcessBuilder terminal = new ProcessBuilder(
                        folder.resolve("clone/typed").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        terminal.environment().put("JAVA_HOME", folder.resolve("java").toString());
        Process typed = terminal.start();
        assertTrue(typed.waitFor(30, TimeUnit.SECONDS));

        String shown = Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
        assertTrue(shown.contains("libraries come from Maven Central.\r\n..\r\n"), shown);
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJava() throws Exception {
        assertEquals(
                new Ended(
                        69, "", "almanac: no Java found. Install a JDK, version 17 to 25, or set JAVA_HOME to one.\n"),
                run(Map.of("JAVA_HOME", folder.resolve("nowhere").toString())));
    }
}
