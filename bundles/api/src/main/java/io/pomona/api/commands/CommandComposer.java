package io.pomona.api.commands;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Actor;
import java.util.List;
import java.util.Map;

/**
 * Sending commands by name and keys, checked against what macOS takes before anything is queued.
 */
public interface CommandComposer {
  /**
   * Checks the command for all hosts and then queues it as {@link CommandQueue#send} does.
   *
   * @param keys as JSON has them: strings, whole numbers, booleans, lists and maps with string
   *     keys; data as base64, dates as RFC 3339
   * @throws io.pomona.api.MdmException invalid with all that is wrong, a field for each key; also
   *     as {@link CommandQueue#send}
   */
  default CommandQueue.Sent send(
      Actor actor, String requestType, Map<String, ?> keys, List<HostId> hosts) {
    return send(actor, requestType, keys, hosts, CommandQueue.Terms.USUAL);
  }

  /** The same on these terms. */
  CommandQueue.Sent send(
      Actor actor,
      String requestType,
      Map<String, ?> keys,
      List<HostId> hosts,
      CommandQueue.Terms terms);
}
