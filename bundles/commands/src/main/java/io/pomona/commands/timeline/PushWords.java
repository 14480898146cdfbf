package io.pomona.commands.timeline;

import io.pomona.api.commands.PushRecord;

/** What APNs said to a push, as a sentence without its end. */
public final class PushWords {
  private PushWords() {}

  public static String of(PushRecord push) {
    return switch (push.outcome()) {
      case ACCEPTED -> "APNs accepted the push";
      case UNREGISTERED -> "APNs says that the Mac's push token is no longer in use" + why(push);
      case BAD_TOKEN -> "APNs does not know the Mac's push token" + why(push);
      case THROTTLED -> "APNs was asked to push to this Mac too often" + why(push);
      case UNAVAILABLE -> "APNs could not be reached" + why(push);
      case REFUSED -> "APNs refused the push" + why(push);
      case NO_CERTIFICATE -> "There was no valid push certificate";
    };
  }

  private static String why(PushRecord push) {
    return push.reason().isEmpty() ? "" : " (" + push.reason().replaceAll("\\.$", "") + ")";
  }
}
