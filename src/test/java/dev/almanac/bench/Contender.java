package dev.almanac.bench;

import dev.almanac.standin.DiscordStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A bot as it is started: all that are of Java with the same Java and the same flags, each with a class archive of its own.
 *
 * @param folder where it works, with its archive and its database
 * @param isJava whether it's started with that Java
 * @param program class path and main class, and what follows them; or a command
 */
record Contender(String name, Path folder, boolean isJava, List<String> program) {
    /** Those of the image. */
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xms32m", "-Xmx128m", "-XX:-UsePerfData");

    private static final String QUIET = "<configuration><root level=\"warn\"/></configuration>";

    /** The bot that is measured. */
    static Contender almanac(Path folder, Path jar) throws IOException {
        return new Contender(
                "Almanac",
                Files.createDirectories(folder),
                true,
                List.of("-Dalmanac.home=" + Path.of("").toAbsolutePath(), "-jar", jar.toString(), "run"));
    }

    /** The least that a bot can be, with the same libraries. */
    static Contender floor(Path folder, Path jar) throws IOException {
        return ofTests("floor", folder, jar, FloorBot.class);
    }

    /** A bot that is no program of Java's. */
    static Contender other(String name, Path folder, List<String> command) {
        return new Contender(name, folder, false, command);
    }

    /** What shows how fast the other end is. */
    static Contender raw(Path folder, Path jar) throws IOException {
        return ofTests("raw", folder, jar, RawBot.class);
    }

    /** A class archive knows jars only, so the class and its inner ones get one, in front of the libraries. */
    private static Contender ofTests(String name, Path folder, Path libraries, Class<?> main) throws IOException {
        Path jar = Files.createDirectories(folder).resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file)) {
            for (String inner : List.of("", "$1", "$2", "$Connection")) {
                String entry = main.getName().replace('.', '/') + inner + ".class";
                try (InputStream compiled = main.getClassLoader().getResourceAsStream(entry)) {
                    if (compiled != null) {
                        packed.putNextEntry(new JarEntry(entry));
                        compiled.transferTo(packed);
                    }
                }
            }
            packed.putNextEntry(new JarEntry("logback.xml"));
            packed.write(QUIET.getBytes(StandardCharsets.UTF_8));
        }
        return new Contender(name, folder, true, List.of("-cp", jar + ":" + libraries, main.getName()));
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    /** Starts it so that it leaves its class archive when it ends. */
    Process startToArchive(Core core, OtherEndProcess discord) throws IOException {
        return start(core, discord, List.of("-XX:ArchiveClassesAtExit=" + archive()));
    }

    Process start(Core core, OtherEndProcess discord, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive()));
        options.addAll(List.of(more));
        return start(core, discord, options);
    }

    private Process start(Core core, OtherEndProcess discord, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        if (isJava) {
            command.add(Core.java());
            command.addAll(FLAGS);
            command.addAll(options);
        }
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(core.running(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "LC_ALL", "C.UTF-8",
                        "HOME", folder.toString(),
                        "DISCORD_TOKEN", DiscordStandIn.TOKEN,
                        "DISCORD_API_URL", discord.address(),
                        "ALMANAC_DATABASE", folder.resolve("almanac.db").toString()));
        return builder.start();
    }
}
