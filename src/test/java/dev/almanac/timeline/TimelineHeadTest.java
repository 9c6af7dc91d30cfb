package dev.almanac.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineHeadTest {
    @ParameterizedTest
    @CsvSource({
        "History of chess, chess",
        "The History of the Roman Empire, the Roman Empire",
        "A short history of time, time",
        "Timeline of spaceflight, spaceflight",
        "chess, chess",
        "History of, History of",
        "Natural history of Selborne, Natural history of Selborne",
        "Historical chess, Historical chess"
    })
    void keepsTheTopicOfATitle(String written, String topic) {
        assertEquals(
                topic,
                new TimelineHead(written, "About it.", "en", "CC0-1.0", List.of(), List.of(), List.of(), List.of())
                        .title());
    }
}
