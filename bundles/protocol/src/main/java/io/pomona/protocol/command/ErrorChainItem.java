package io.pomona.protocol.command;

import java.util.Optional;

/**
 * One link of the chain of causes in a report.
 *
 * @param code zero when the Mac sent none
 * @param domain empty when the Mac sent none
 * @param localizedDescription in the language of the Mac
 * @param usEnglishDescription sent by newer systems
 */
public record ErrorChainItem(
    long code,
    String domain,
    Optional<String> localizedDescription,
    Optional<String> usEnglishDescription) {}
