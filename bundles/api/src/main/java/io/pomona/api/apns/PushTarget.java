package io.pomona.api.apns;

/**
 * Where one enrollment channel is woken, as its last TokenUpdate said.
 *
 * @param token opaque bytes, usually 32
 */
public record PushTarget(String topic, byte[] token, String pushMagic) {}
