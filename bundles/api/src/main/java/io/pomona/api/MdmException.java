package io.pomona.api;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The one exception that crosses a bundle boundary. The message is shown to the person or client
 * that caused it: it says what is wrong and what to do, and never holds a secret or a value of
 * another user. Mapped to an answer once, in {@code http}.
 */
public final class MdmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, coarsely enough to choose a status from. */
  public enum Kind {
    /** The input cannot be read at all (400). */
    MALFORMED,
    /** The input is readable and breaks a rule (422 to admins, 400 to Macs). */
    INVALID,
    /** The caller is not known (401 to admins; Macs never see 401 and get 403). */
    UNAUTHENTICATED,
    /** The caller may not do this (403). */
    FORBIDDEN,
    /** What the caller names does not exist, or not for this caller (404). */
    NOT_FOUND,
    /** It would contradict what is there already (409). */
    CONFLICT,
    /** The input is larger than allowed (413). */
    TOO_LARGE,
    /** The caller has tried too often for now (429). */
    TOO_MANY_REQUESTS,
    /** Not possible now, a later try may succeed (503). */
    UNAVAILABLE
  }

  /**
   * One field of the input and what is wrong with it.
   *
   * @param forceable whether nothing is wrong once the caller says force
   */
  public record FieldError(String name, String reason, boolean forceable) {
    public FieldError(String name, String reason) {
      this(name, reason, false);
    }

    /** What must be meant: wrong unless the caller says force, and the reason says so. */
    public static FieldError unlessForced(String name, String reason) {
      return new FieldError(name, reason, true);
    }
  }

  private final Kind kind;
  private final String code;
  private final transient List<FieldError> fields;
  private Duration retryAfter = Duration.ZERO;

  /**
   * @param code stable, lower case, dotted, beginning with the capability: {@code
   *     profiles.identifier_taken}
   */
  public MdmException(Kind kind, String code, String message, List<FieldError> fields) {
    super(Objects.requireNonNull(message));
    this.kind = Objects.requireNonNull(kind);
    this.code = Objects.requireNonNull(code);
    this.fields = List.copyOf(fields);
  }

  public MdmException(Kind kind, String code, String message) {
    this(kind, code, message, List.of());
  }

  public static MdmException malformed(String code, String message) {
    return new MdmException(Kind.MALFORMED, code, message);
  }

  /** A rule broken by one named field; the reason is the message as well. */
  public static MdmException invalid(String code, String field, String reason) {
    return new MdmException(Kind.INVALID, code, reason, List.of(new FieldError(field, reason)));
  }

  public static MdmException forbidden(String code, String message) {
    return new MdmException(Kind.FORBIDDEN, code, message);
  }

  public static MdmException notFound(String code, String message) {
    return new MdmException(Kind.NOT_FOUND, code, message);
  }

  public static MdmException conflict(String code, String message) {
    return new MdmException(Kind.CONFLICT, code, message);
  }

  public static MdmException unavailable(String code, String message) {
    return new MdmException(Kind.UNAVAILABLE, code, message);
  }

  /** The caller may try again after so long. */
  public static MdmException tooManyRequests(String code, String message, Duration retryAfter) {
    return new MdmException(Kind.TOO_MANY_REQUESTS, code, message).retryAfter(retryAfter);
  }

  /** The same error with the time after which a later try may succeed. */
  public MdmException retryAfter(Duration wait) {
    retryAfter = Objects.requireNonNull(wait);
    return this;
  }

  /** Empty where nothing is known of it. */
  public Optional<Duration> retryAfter() {
    return Optional.of(retryAfter).filter(wait -> !wait.isZero());
  }

  /** The same error with the technical cause kept apart from the message, for the log. */
  public MdmException causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public List<FieldError> fields() {
    return fields == null ? List.of() : fields;
  }
}
