package io.pomona.abm.assign;

import io.pomona.protocol.dep.AssignmentResult;

/** What Apple's answers mean, for a person. */
final class AssignmentWords {
  static final String LEFT_OUT =
      "Apple left this Mac out of its answer, which counts as failed. Pomona tries again by itself.";

  private AssignmentWords() {}

  static String of(AssignmentResult result) {
    return switch (result) {
      case SUCCESS -> "";
      case NOT_ACCESSIBLE ->
          "Apple says that this Mac does not belong to the MDM server of the token. Look in Apple"
              + " Business Manager which server it is assigned to.";
      case FAILED ->
          "Apple could not assign the profile and gives no reason. Pomona tries again by itself.";
      case THROTTLED ->
          "Apple was asked too often for this Mac and wants it left alone for a while. Pomona tries"
              + " again by itself.";
    };
  }

  static String refusedAssignment(String word) {
    return "Apple refused to assign the profile: " + word + ". Pomona tries again by itself.";
  }

  static String refusedProfile(String word) {
    return "Apple does not take the Setup Assistant profile of the team: "
        + word
        + ". Change the profile; it is tried anew at once.";
  }
}
