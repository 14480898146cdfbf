package io.pomona.api.enrollment;

import io.pomona.api.apns.PushTarget;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An accepted TokenUpdate.
 *
 * @param awaitingConfiguration empty = leave as stored
 * @param userName short name, for user channels
 * @param onFirst commands to queue if this is the first TokenUpdate of the enrollment
 * @param activity to write if this is the first of the device channel
 */
public record TokenChange(
    ChannelId channel,
    PushTarget push,
    Optional<Boolean> awaitingConfiguration,
    Optional<String> userName,
    List<CommandOrder> onFirst,
    ActivityDraft activity,
    Instant now) {}
