package io.pomona.api.escrow;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Replacements of recovery keys, at most one under way for each Mac. Kept like the keys. Each
 * method is one transaction.
 */
public interface KeyRotationStore {
  /**
   * Begins it and queues its command.
   *
   * @throws io.pomona.api.MdmException conflict: {@code escrow.rotation_under_way}; {@code
   *     escrow.key_replaced} when the key is not the current one any more; {@code escrow.mdm_off}
   *     when the Mac has no enabled channel; nothing is written
   */
  KeyRotation begin(NewKeyRotation wanted, CommandOrder command, Instant now);

  Optional<KeyRotation> find(CommandUuid command);

  /** All with this serial number, newest first; of one Mac only the first can be under way. */
  List<KeyRotation> history(String serialNumber);

  /** Those under way in which something has to happen now, the longest due first. */
  List<KeyRotation> due(Instant now, int limit);

  /**
   * Goes on waiting for a key in stage ASKING.
   *
   * @param commands queued with it
   * @return whether it was still under way; if not, nothing is written
   */
  boolean await(
      KeyRotationId id, String detail, Instant nextAt, List<CommandOrder> commands, Instant now);

  /**
   * Ends it.
   *
   * @param detail why it failed; empty text when it is done
   * @param key kept in the same transaction, as {@link RecoveryKeyStore#add} does; one that opens
   *     is the new one
   * @return whether it was still under way; if not, nothing is written
   */
  boolean end(
      KeyRotationId id,
      KeyRotation.Stage stage,
      String detail,
      Optional<NewRecoveryKey> key,
      ActivityDraft activity,
      Instant now);
}
