package io.pomona.cli.settings;

import java.util.Map;

/**
 * A file as the server takes it.
 *
 * @param name how whoever applies it calls it
 * @param content its documents, with all variables replaced
 * @param attachments what they refer to, by the path that they have for it
 */
public record SettingsFile(String name, String content, Map<String, byte[]> attachments) {}
