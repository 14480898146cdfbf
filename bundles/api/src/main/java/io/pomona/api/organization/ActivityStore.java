package io.pomona.api.organization;

import java.time.Instant;
import java.util.List;

/** The activity feed. */
public interface ActivityStore {
  /** For activities that have no other cause to be written with. */
  void append(ActivityDraft activity, Instant now);

  /** Newest first; {@code after} of the page is the id below which to go on, 0 for the newest. */
  List<Activity> newest(io.pomona.api.PageRequest page);
}
