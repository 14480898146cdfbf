package io.pomona.api.organization;

/** Extension point: is told of each activity after it was committed, at least once. */
public interface ActivitySink {
  void accept(Activity activity);
}
