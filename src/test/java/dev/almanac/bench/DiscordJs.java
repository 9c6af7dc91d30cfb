package dev.almanac.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.almanac.RealCommands;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.discord.message.Answers;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.ReplyMessage;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The bot of {@code bench/discordjs} and what it answers: what Almanac does, set beforehand. */
final class DiscordJs {
    private static final Path BOT = Path.of("bench", "discordjs").toAbsolutePath();
    private static final Path NODE = Path.of("/usr/bin/node");
    private static final LocalDate TODAY = LocalDate.of(2028, 1, 1);
    private static final int RANDOM = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Answers answers;
    private final Timeline timeline;

    private DiscordJs(Timeline timeline) {
        Commands commands = RealCommands.over(timeline);
        this.timeline = timeline;
        this.answers = new Answers(commands, new ReplyMessage(commands, name -> "/" + name), new KeptMessages());
    }

    /** The bot; empty where Node.js isn't there, or {@code npm ci} wasn't called in its folder. */
    static Optional<Contender> contender(Path folder) throws IOException {
        if (!Files.isExecutable(NODE) || !Files.isDirectory(BOT.resolve("node_modules"))) {
            return Optional.empty();
        }
        Timeline timeline =
                new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();
        Path file = Files.createDirectories(folder).resolve("answers.json");
        JSON.writeValue(file.toFile(), new DiscordJs(timeline).all());
        return Optional.of(Contender.other(
                "discord.js",
                folder,
                List.of(NODE.toString(), BOT.resolve("bot.js").toString(), file.toString())));
    }

    /** By command, and then by what is asked. */
    private ObjectNode all() throws IOException {
        ObjectNode all = JSON.createObjectNode();
        ObjectNode years = all.putObject("year");
        for (int year : timeline.beginnings()) {
            years.set(String.valueOf(year), components(Question.of("year").with("year", String.valueOf(year))));
        }
        ObjectNode days = all.putObject("onthisday");
        for (LocalDate date = TODAY; date.getYear() == TODAY.getYear(); date = date.plusDays(1)) {
            if (!timeline.on(MonthDay.from(date)).isEmpty()) {
                String month = String.valueOf(date.getMonthValue());
                String day = String.valueOf(date.getDayOfMonth());
                days.set(
                        month + " " + day,
                        components(Question.of("onthisday").with("month", month).with("day", day)));
            }
        }
        ArrayNode random = all.putArray("random");
        for (int i = 0; i < RANDOM; i++) {
            random.add(components(Question.of("random")));
        }
        return all;
    }

    private JsonNode components(Question question) throws IOException {
        String message = answers.to(new Request(question, TODAY, ZoneOffset.UTC, "here"))
                .message()
                .toData()
                .toString();
        return JSON.readTree(message).path("components");
    }
}
