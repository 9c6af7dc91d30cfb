package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Command;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.ScheduleStore.Damaged;
import dev.almanac.daily.engine.Daily;
import dev.almanac.timeline.Timeline;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /daily}: sets up, shows and ends the daily posts of a guild. It waits for the database and for Discord, so a front
 * asks it on a thread that may wait. Discord says who may use it; {@link PanelRights} says who may press its buttons.
 */
public final class DailyCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCommand.class);

    static final String CHANNEL = "channel";
    static final String ZONE = "zone";
    static final String BY = "by";
    static final String SURE = "sure";
    static final String EXTRA = "extra";
    static final String PART = "part";
    static final String TO = "to";
    static final String SHOWN = "shown";

    private final Daily daily;
    private final Clock clock;
    private final ZoneText zones;
    private final AskedChannel channels;
    private final SettingsText settingsText;
    private final DailySettings settings;
    private final DailyStates states;
    private final DailyLooks looks;
    private final PostAtOnce postAtOnce;
    private final DailyLog log;

    /** With tables of zones of its own. */
    public DailyCommand(Daily daily, Timeline timeline, Guilds guilds, Clock clock) {
        this(daily, timeline, guilds, clock, new ZoneText());
    }

    public DailyCommand(Daily daily, Timeline timeline, Guilds guilds, Clock clock, ZoneText zones) {
        this.daily = daily;
        this.zones = zones;
        this.clock = clock;
        ZoneQuestion zoneQuestion = new ZoneQuestion(zones, guilds);
        SettingsWords words = new SettingsWords(daily::text, timeline.head());
        DailyPanel panel = new DailyPanel(daily, guilds, zoneQuestion, words);
        PanelParts parts = new PanelParts(guilds, zoneQuestion, words, timeline.head());
        PanelSteps steps = new PanelSteps(panel);
        AskedSchedule asked = new AskedSchedule(daily, guilds, panel, clock);
        this.channels = new AskedChannel(daily);
        this.settingsText = new SettingsText(zones, timeline.head());
        this.settings = new DailySettings(daily, guilds, clock, zones, settingsText, panel, parts, asked);
        this.states = new DailyStates(daily, clock, panel, steps, asked);
        this.looks = new DailyLooks(daily, guilds, clock, panel, parts, steps, new DailyList(guilds, words), asked);
        this.log = new DailyLog(daily, guilds);
        this.postAtOnce = new PostAtOnce(daily, clock, panel, steps, asked);
    }

    @Override
    public Usage usage() {
        return DailyUsage.DAILY;
    }

    @Override
    public List<Suggestion> complete(String option, String typed) {
        return switch (option) {
            case ZONE -> zones.complete(typed, clock.instant());
            case "colour" -> ColourText.complete(typed);
            default -> settingsText.completeCategories(typed);
        };
    }

    /** Of two processes of this bot, the one that does the posts answers. */
    @Override
    public boolean answersHere() {
        return !daily.isStandingBy();
    }

    @Override
    public Reply answer(Request request) {
        if (request.asker().guild() == 0) {
            throw new BadRequest("/daily works in servers only: invite the bot to yours, then try /daily set there.");
        }
        PanelRights.require(request, clock.instant());
        try {
            return answerIn(channels.named(request));
        } catch (Away away) {
            LOG.warn("/daily can't use the schedules: {}", away.getMessage());
            return Reply.mistake(
                    "The schedules can’t be read or written right now, and nothing was changed. Look-ups like"
                            + " /onthisday go on, and posts catch up when it works again. Try again in some minutes.");
        } catch (Damaged damaged) {
            LOG.warn(
                    "/daily met a row of channel {}: {}",
                    damaged.row().channel(),
                    damaged.row().why());
            return Reply.mistake(
                    "The bot can’t read what it has stored for that channel. Remove it with /daily list, then"
                            + " set it up again with /daily set.");
        }
    }

    private Reply answerIn(Request request) {
        String command = request.question().command();
        return switch (command.substring(command.indexOf(' ') + 1)) {
            case "panel" -> looks.panel(request);
            case "begin" -> settings.begin(request);
            case "set" -> settings.set(request);
            case "list" -> looks.list(request);
            case "pause" -> states.pause(request);
            case "resume" -> states.resume(request);
            case "remove" -> states.remove(request);
            case "preview" -> looks.preview(request);
            case "log" -> log.log(request);
            case "check" -> looks.check(request);
            case "post" -> postAtOnce.post(request);
            case "change" -> settings.change(request);
            case "unmention" -> settings.unmention(request);
            case "zone" -> settings.zone(request);
            default -> throw new BadRequest("I don’t know /" + command + ". Try /daily set or /daily list.");
        };
    }
}
