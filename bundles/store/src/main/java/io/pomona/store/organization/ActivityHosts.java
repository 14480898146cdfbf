package io.pomona.store.organization;

import io.pomona.api.organization.Activity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which hosts an activity is about. */
final class ActivityHosts {
  private ActivityHosts() {}

  static Set<Long> of(Activity activity) {
    Map<String, Object> details = activity.details();
    return Stream.concat(numbers(details.get("host_id")), numbers(details.get("host_ids")))
        .collect(Collectors.toSet());
  }

  private static Stream<Long> numbers(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().flatMap(ActivityHosts::numbers);
    }
    return value instanceof Long number ? Stream.of(number) : Stream.empty();
  }
}
