package io.pomona.api.organization;

import io.pomona.api.PageRequest;
import java.time.Instant;
import java.util.List;

/** The activity feed. */
public interface ActivityStore {
  /** For activities that have no other cause to be written with. */
  void append(ActivityDraft activity, Instant now);

  /** Newest first; {@code after} of the page is the id below which to go on, 0 for the newest. */
  List<Activity> newest(ActivityFilter filter, PageRequest page);

  /** Of all. */
  default List<Activity> newest(PageRequest page) {
    return newest(ActivityFilter.all(), page);
  }
}
