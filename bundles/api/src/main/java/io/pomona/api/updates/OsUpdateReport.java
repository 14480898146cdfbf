package io.pomona.api.updates;

import io.pomona.protocol.plist.PlistDict;
import java.time.Instant;

/**
 * What a Mac answered.
 *
 * @param at when it did, however late it was heard of
 */
public record OsUpdateReport(PlistDict answer, Instant at) {}
