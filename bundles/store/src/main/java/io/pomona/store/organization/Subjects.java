package io.pomona.store.organization;

import io.pomona.api.organization.Activity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which hosts and which team an activity is about. */
record Subjects(Set<Long> hosts, Optional<Long> team) {
  static Subjects of(Activity activity) {
    Map<String, Object> details = activity.details();
    Set<Long> hosts =
        Stream.concat(numbers(details.get("host_id")), numbers(details.get("host_ids")))
            .collect(Collectors.toSet());
    return new Subjects(hosts, numbers(details.get("team_id")).findFirst());
  }

  private static Stream<Long> numbers(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().flatMap(Subjects::numbers);
    }
    return value instanceof Long number ? Stream.of(number) : Stream.empty();
  }
}
