package io.pomona.updates.schedule;

import java.util.Optional;

/**
 * An update as somebody asks for it, not yet checked.
 *
 * @param version or a product key
 * @param productKey as the list of available updates names it
 * @param installAction as Apple writes it; {@code Default} where none is named
 * @param priority {@code Low} or {@code High}
 */
public record OsUpdateWish(
    Optional<String> version,
    Optional<String> productKey,
    Optional<String> installAction,
    Optional<Integer> maxUserDeferrals,
    Optional<String> priority) {}
