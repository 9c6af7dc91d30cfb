package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the Dockerfile makes of the jar, by its own lines, in a folder instead of an image. */
@EnabledOnOs(OS.LINUX)
class ImageTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path root;

    private static List<String> instructions = List.of();

    private record Ended(int code, String said) {}

    @BeforeAll
    static void build() throws Exception {
        String dockerfile = Files.readString(Path.of("Dockerfile"))
                .replace("\\\n", "")
                .replaceAll("(?<=[ \"=])/(runtime|app)\\b", root + "/$1");
        instructions = dockerfile.lines().toList();
        Path build = Files.createDirectory(root.resolve("build"));
        Files.createSymbolicLink(build.resolve("target"), Path.of("target").toAbsolutePath());
        run(build, Map.of(), List.of("sh", "-ec", instruction("RUN jlink ")));
        run(build, Map.of(), List.of("sh", "-ec", instruction("RUN mkdir ")));
        Files.copy(Path.of("events.json"), root.resolve("app/events.json"));
        run(root, Map.of(), words("RUN ["));
    }

    /** The one that begins so, without its first word. */
    private static String instruction(String beginning) {
        List<String> found =
                instructions.stream().filter(line -> line.startsWith(beginning)).toList();
        assertEquals(1, found.size(), beginning);
        return found.get(0).substring(found.get(0).indexOf(' ') + 1);
    }

    private static List<String> words(String beginning) throws IOException {
        return List.of(new ObjectMapper().readValue(instruction(beginning), String[].class));
    }

    private static Ended ended(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        Path said = root.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().merge("PATH", JAVA + ":", (path, java) -> java + path);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(180, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private static String run(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        Ended ended = ended(folder, environment, command);
        assertEquals(0, ended.code(), ended::said);
        return ended.said();
    }

    /** The image's command, with other words in place of the last. */
    private static List<String> almanac(String... words) throws IOException {
        List<String> command = new ArrayList<>(words("ENTRYPOINT ["));
        command.remove("run");
        command.addAll(List.of(words));
        return command;
    }

    @Test
    void startsFromTheClassesOfItsRehearsal() throws Exception {
        List<String> command = almanac("--version");
        command.add(1, "-Xshare:on");
        run(root, Map.of(), command);
    }

    @Test
    void readsDatesInRussian() throws Exception {
        assertTrue(run(root, Map.of(), almanac("ask", "12 апреля")).startsWith("12 April\n"));
    }

    @Test
    void drawsAPicture() throws Exception {
        assertTrue(run(root, Map.of(), almanac("picture", "12 april", "--output", "day.png"))
                .endsWith("Saved as day.png.\n"));
        assertEquals(
                List.of((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G'),
                Stream.of(0, 1, 2, 3)
                        .map(index -> bytes(root.resolve("day.png"))[index])
                        .toList());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void speaksTlsWithDiscordAndKeepsItsSchedules() throws Exception {
        Path keys = root.resolve("keys.p12");
        run(
                root,
                Map.of(),
                List.of(
                        "keytool",
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD));
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls(keys)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        try {
            List<String> command = almanac("run");
            command.add(1, "-Djavax.net.ssl.trustStore=" + keys);
            command.add(1, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
            Ended refused = ended(
                    root,
                    Map.of(
                            "DISCORD_TOKEN",
                            "token",
                            "DISCORD_API_URL",
                            "https://127.0.0.1:" + server.getAddress().getPort() + "/",
                            "ALMANAC_DATABASE",
                            root.resolve("almanac.db").toString()),
                    command);
            assertEquals(78, refused.code(), refused::said);
            assertTrue(refused.said().contains("Discord does not accept the bot's token"), refused::said);
            assertTrue(Files.size(root.resolve("almanac.db")) > 0);
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext tls(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
