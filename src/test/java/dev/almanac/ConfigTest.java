package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    private static Config config(Map<String, String> environment) {
        return new Config(environment, Path.of("/opt/almanac"));
    }

    @Test
    void readsTheFileBesideTheProgramUnlessAnotherIsNamed() {
        assertEquals(Path.of("/opt/almanac/events.json"), config(Map.of()).events());
        assertEquals(
                Path.of("/opt/almanac/events.json"),
                config(Map.of("ALMANAC_EVENTS", " ")).events());
        assertEquals(
                Path.of("mine.json"),
                config(Map.of("ALMANAC_EVENTS", "mine.json")).events());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", " Europe/Berlin "})
    void readsTheZone(String written) {
        assertEquals(
                Optional.of(ZoneId.of("Europe/Berlin")),
                config(Map.of("ALMANAC_ZONE", written)).zone());
    }

    @Test
    void knowsNoZoneWhereNoneIsSet() {
        assertEquals(Optional.empty(), config(Map.of()).zone());
        assertEquals(Optional.empty(), config(Map.of("ALMANAC_ZONE", " ")).zone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Berlin", "Europe/Atlantis", "+25"})
    void refusesAZoneThatIsNoneAndSaysWhatIs(String written) {
        assertEquals(
                "ALMANAC_ZONE is \"" + written + "\", which is no time zone. Write one like Europe/Berlin or UTC.",
                assertThrows(
                                Config.Invalid.class,
                                () -> config(Map.of("ALMANAC_ZONE", written)).zone())
                        .getMessage());
    }
}
