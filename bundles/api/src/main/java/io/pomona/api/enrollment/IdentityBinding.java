package io.pomona.api.enrollment;

import io.pomona.protocol.channel.ChannelId;

/**
 * Which Mac a device certificate belongs to.
 *
 * @param current false for the certificate before a renewal, which is accepted until the Mac has
 *     reported under the new one
 * @param unsettled whether a certificate before this one is accepted still
 */
public record IdentityBinding(
    String certificateSha256, ChannelId device, boolean current, boolean unsettled) {}
