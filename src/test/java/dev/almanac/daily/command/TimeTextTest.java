package dev.almanac.daily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.almanac.chat.BadRequest;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource({
        "09:00, 09:00",
        "9, 09:00",
        "9am, 09:00",
        "' 9 AM ', 09:00",
        "9 p.m., 21:00",
        "9.30 pm, 21:30",
        "21.30, 21:30",
        "0900, 09:00",
        "21h, 21:00",
        "21 h, 21:00",
        "21H, 21:00",
        "21h15, 21:15",
        "21h30, 21:30",
        "12am, 00:00",
        "12pm, 12:00",
        "12:30am, 00:30",
        "0, 00:00",
        "23:59, 23:59",
        "24:00, 00:00",
        "24h, 00:00",
        "noon, 12:00",
        "12 noon, 12:00",
        "12noon, 12:00",
        "12:00 noon, 12:00",
        "midday, 12:00",
        "Midnight, 00:00",
        "12 midnight, 00:00",
        "9 o'clock, 09:00",
        "9 o’clock, 09:00",
        "１０, 10:00",
        "٠٩:٣٠, 09:30",
        "9:30\u00a0PM, 21:30",
        "９：３０, 09:30"
    })
    void readsATimeInWhicheverWayItIsTyped(String typed, LocalTime time) {
        assertEquals(time, TimeText.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24:01",
                "25",
                "9:60",
                "13pm",
                "24pm",
                "0am",
                "9:5",
                "-1",
                "soon",
                "",
                "9:00:00",
                "9 noon",
                "12am noon",
                "12:30 noon",
                "h"
            })
    void refusesWhatIsNoTimeAndSaysWhatWorks(String typed) {
        assertEquals(
                "“" + typed + "” isn’t a time of day. Try time:09:00, time:9 or time:9am.",
                assertThrows(BadRequest.class, () -> TimeText.parse(typed)).getMessage());
    }
}
