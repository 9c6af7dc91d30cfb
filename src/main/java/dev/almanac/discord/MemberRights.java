package dev.almanac.discord;

import dev.almanac.chat.Asker;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/** What a member may do, by the roles that came with the interaction. */
record MemberRights(Member member) implements Asker.Rights {
    @Override
    public boolean maySend(long channel) {
        GuildMessageChannel found = guild().getChannelById(GuildMessageChannel.class, channel);
        return found != null && member.hasPermission(found, Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);
    }

    @Override
    public boolean mayMention(long channel, long role) {
        Role found = guild().getRoleById(role);
        GuildMessageChannel place = guild().getChannelById(GuildMessageChannel.class, channel);
        return found != null
                && (found.isMentionable()
                        || (place != null && member.hasPermission(place, Permission.MESSAGE_MENTION_EVERYONE)));
    }

    @Override
    public boolean mayManageServer() {
        return member.hasPermission(Permission.MANAGE_SERVER);
    }

    private Guild guild() {
        return member.getGuild();
    }
}
