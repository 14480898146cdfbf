package io.pomona.abm;

import io.pomona.abm.apple.AppleRefusal;
import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmTrouble;
import java.time.Duration;

/** What people are told of a refusal of Apple's. */
final class AppleWords {
  private AppleWords() {}

  static String of(AbmTrouble.Kind kind) {
    return switch (kind) {
      case TERMS_NOT_SIGNED ->
          "Apple has new terms: an administrator has to accept them at business.apple.com. The"
              + " synchronization goes on by itself after that.";
      case TOKEN_REJECTED ->
          "Apple does not take the server token any more: it has ended, a newer one was downloaded,"
              + " or the password of the Apple ID that downloaded it was changed. Download a new"
              + " one and renew it. If it is new, check the clock of this server.";
      case ACCESS_DENIED ->
          "Apple denies access: the Apple ID that downloaded the server token has lost its role."
              + " Download the token with another one and renew it.";
      case THROTTLED -> "Apple asks to wait; the synchronization goes on by itself.";
      case REPEATING ->
          "Apple sends the same page again and again; the synchronization waits and goes on from"
              + " there.";
      case REFUSED -> "Apple refuses the request; the synchronization tries again later.";
      case UNAVAILABLE ->
          "Apple's service cannot be reached or is out of order; the synchronization tries again.";
      case BROKEN ->
          "This server could not take over what Apple says; its log tells why. The synchronization"
              + " tries again.";
    };
  }

  /** Whether it stays until an admin does something. */
  static boolean isForAdmin(AbmTrouble.Kind kind) {
    return switch (kind) {
      case TERMS_NOT_SIGNED, TOKEN_REJECTED, ACCESS_DENIED -> true;
      case THROTTLED, REPEATING, REFUSED, UNAVAILABLE, BROKEN -> false;
    };
  }

  static AbmTrouble.Kind kind(AppleRefusal refusal) {
    return switch (refusal.kind()) {
      case TERMS_NOT_SIGNED -> AbmTrouble.Kind.TERMS_NOT_SIGNED;
      case TOKEN_REJECTED -> AbmTrouble.Kind.TOKEN_REJECTED;
      case ACCESS_DENIED -> AbmTrouble.Kind.ACCESS_DENIED;
      case THROTTLED -> AbmTrouble.Kind.THROTTLED;
      case UNAVAILABLE -> AbmTrouble.Kind.UNAVAILABLE;
      case EXPIRED_CURSOR, EXHAUSTED_CURSOR, INVALID_CURSOR, PROFILE_NOT_FOUND, BAD_REQUEST ->
          AbmTrouble.Kind.REFUSED;
    };
  }

  /** For who has just sent a token. */
  static MdmException refused(AppleRefusal refusal) {
    String word = " (" + refusal.getMessage() + ")";
    return switch (kind(refusal)) {
      case TERMS_NOT_SIGNED ->
          MdmException.conflict(
              "abm.terms_not_signed",
              "Apple has new terms: accept them at business.apple.com, then load the token again.");
      case TOKEN_REJECTED, ACCESS_DENIED ->
          MdmException.invalid(
              "abm.token_rejected",
              "token",
              "Apple does not take this token: it is not the last one that was downloaded, or the"
                  + " clock of this server is wrong."
                  + word);
      case REFUSED ->
          MdmException.invalid("abm.refused", "token", "Apple refuses this token." + word);
      case THROTTLED, REPEATING, UNAVAILABLE, BROKEN ->
          MdmException.unavailable(
                  "abm.apple_unavailable",
                  "The token is good, but Apple's service does not answer as it should; try again."
                      + word)
              .retryAfter(refusal.retryAfter().orElse(Duration.ofMinutes(1)));
    };
  }
}
