package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.HostId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The hosts that a request names, each by its number. */
public record HostNumbers(Set<HostId> ids) {
  public static final int MOST = 10_000;

  public HostNumbers {
    ids = new LinkedHashSet<>(ids);
  }

  public static HostNumbers of(long number) {
    return of(Optional.of(List.of(number)));
  }

  /**
   * @param numbers as they were sent; none at all are refused like too many
   */
  public static HostNumbers of(Optional<List<Long>> numbers) {
    List<Long> sent =
        numbers
            .filter(all -> !all.isEmpty() && all.size() <= MOST)
            .filter(all -> all.stream().allMatch(Objects::nonNull))
            .orElseThrow(HostNumbers::missing);
    if (sent.stream().anyMatch(number -> number < 1)) {
      throw oneUnknown();
    }
    return new HostNumbers(
        sent.stream().map(HostId::new).collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static MdmException missing() {
    return MdmException.invalid(
        "enrollment.missing", "hosts", "Send the numbers of between one and 10,000 hosts.");
  }

  static MdmException oneUnknown() {
    return MdmException.notFound(
        "enrollment.host_not_found", "One of the hosts does not exist; nothing was changed.");
  }
}
