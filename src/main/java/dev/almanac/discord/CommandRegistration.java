package dev.almanac.discord;

import dev.almanac.chat.Option;
import dev.almanac.chat.PlainText;
import dev.almanac.chat.Usage;
import dev.almanac.chat.Usage.Audience;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Discord which commands there are. Discord allows 200 new commands a day, so
 * they are written only when they differ from what it has.
 */
final class CommandRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int BAD_REQUEST = 400;

    private final List<CommandData> commands;
    private final CommandIds ids;

    /** @param ids are told those that Discord gives */
    CommandRegistration(Collection<Usage> usages, CommandIds ids) {
        this.ids = ids;
        Stream<CommandData> typed =
                usages.stream().filter(usage -> usage.isOffered(true)).map(CommandRegistration::command);
        this.commands = Stream.concat(typed, Stream.of(inMenu())).toList();
    }

    /** The commands as Discord is told them. */
    List<CommandData> commands() {
        return commands;
    }

    /**
     * Asks Discord what it has and writes ours if that differs; returns at once. Where Discord fails it is asked again after 5 seconds, then
     * after twice as long each time, at most 10 minutes.
     */
    void bringUpToDate(JDA jda) {
        bringUpToDate(jda, Duration.ZERO);
    }

    private void bringUpToDate(JDA jda, Duration waited) {
        Future<?> asking = jda.retrieveCommands()
                .queueAfter(
                        waited.toMillis(),
                        TimeUnit.MILLISECONDS,
                        known -> {
                            if (inComparableForm(known.stream()
                                            .map(CommandData::fromCommand)
                                            .toList())
                                    .equals(inComparableForm(commands))) {
                                ids.remember(known);
                                LOG.info("Discord knows our {} commands", known.size());
                            } else {
                                write(jda, waited);
                            }
                        },
                        failure -> again(jda, waited, "did not say which commands it has", failure));
        LOG.debug("Asking which commands Discord has: {}", asking);
    }

    /** Asks Discord for the ids of commands that another process writes, unless all are known; returns at once. */
    void learn(JDA jda) {
        if (commands.stream().map(CommandData::getName).allMatch(ids::knows)) {
            return;
        }
        jda.retrieveCommands()
                .queue(
                        ids::remember,
                        failure -> LOG.debug("Discord did not say which commands it has: {}", failure.toString()));
    }

    private void again(JDA jda, Duration waited, String what, Throwable failure) {
        if (Connection.isOver(jda)) {
            // Whoever has the shard next asks.
            return;
        }
        Duration twice = waited.multipliedBy(2);
        Duration wait = waited.isZero() ? FIRST_WAIT : twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
        LOG.warn(
                "Discord {}; the old ones stay ({}). Asking again in {} s", what, failure.toString(), wait.toSeconds());
        bringUpToDate(jda, wait);
    }

    private void write(JDA jda, Duration waited) {
        jda.updateCommands()
                .addCommands(commands)
                .queue(
                        written -> {
                            ids.remember(written);
                            LOG.info("Told Discord our {} commands; people see them within a minute", written.size());
                        },
                        failure -> {
                            if (failure instanceof ErrorResponseException refused
                                    && refused.getResponse().code == BAD_REQUEST) {
                                LOG.error("Discord refused our commands; the old ones stay: {}", failure.toString());
                            } else {
                                again(jda, waited, "did not take our commands", failure);
                            }
                        });
    }

    private static Map<String, Map<String, Object>> inComparableForm(Collection<? extends CommandData> commands) {
        Map<String, Map<String, Object>> byName = new TreeMap<>();
        commands.forEach(
                command -> byName.put(command.getName(), command.toData().toMap()));
        return byName;
    }

    private static CommandData inMenu() {
        return Commands.message(MessageMenu.NAME)
                .setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL);
    }

    private static SlashCommandData command(Usage usage) {
        SlashCommandData command = Commands.slash(usage.name(), usage.description());
        if (usage.audience() == Audience.SERVER_MANAGERS) {
            command.setContexts(InteractionContextType.GUILD)
                    .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                    .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
        } else {
            command.setContexts(InteractionContextType.ALL).setIntegrationTypes(IntegrationType.ALL);
        }
        usage.typed()
                .forEach(sub -> command.addSubcommands(
                        new SubcommandData(sub.name(), sub.description()).addOptions(options(sub))));
        return command.addOptions(options(usage));
    }

    private static List<OptionData> options(Usage usage) {
        return usage.offered().stream().map(CommandRegistration::option).toList();
    }

    private static OptionData option(Option option) {
        OptionData data = new OptionData(
                type(option.kind()),
                option.name(),
                option.description(),
                option.required(),
                option.kind() == Option.Kind.COMPLETED);
        if (option.kind() == Option.Kind.NUMBER) {
            data.setRequiredRange(option.least(), option.most());
        }
        if (option.kind() == Option.Kind.CHANNEL) {
            data.setChannelTypes(ChannelType.TEXT, ChannelType.NEWS);
        }
        // Of more, Discord shows none.
        option.choices().stream()
                .limit(OptionData.MAX_CHOICES)
                .forEach(choice -> data.addChoice(
                        PlainText.cut(choice.name(), OptionData.MAX_CHOICE_NAME_LENGTH), choice.value()));
        return data;
    }

    private static OptionType type(Option.Kind kind) {
        return switch (kind) {
            case NUMBER -> OptionType.INTEGER;
            case CHANNEL -> OptionType.CHANNEL;
            case ROLE -> OptionType.ROLE;
            case TEXT, COMPLETED, CARRIED -> OptionType.STRING;
        };
    }
}
