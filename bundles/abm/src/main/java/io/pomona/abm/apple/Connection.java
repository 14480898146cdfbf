package io.pomona.abm.apple;

import io.pomona.abm.apple.Transport.Answer;
import io.pomona.protocol.dep.AnswerReader;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.AssignmentAnswer;
import io.pomona.protocol.dep.DevicePage;
import io.pomona.protocol.dep.MalformedAnswerException;
import io.pomona.protocol.dep.RequestWriter;
import io.pomona.protocol.dep.ServerToken;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One token's calls: in a session, one after the other, at Apple's pace. */
final class Connection implements DeviceEnrollment {
  private static final String SESSION = "X-ADM-Auth-Session";

  private final Transport transport;
  private final ServerToken token;
  private final SessionKeeper keeper;
  private final Pace pace;
  private Optional<String> session;

  Connection(Transport transport, ServerToken token, SessionKeeper keeper, Pace pace) {
    this.transport = transport;
    this.token = token;
    this.keeper = keeper;
    this.pace = pace;
    this.session = keeper.kept();
  }

  @Override
  public AppleAccount account() {
    return read(call("GET", "/account", Optional.empty()), AnswerReader::account);
  }

  @Override
  public DevicePage fetch(Optional<String> cursor, int limit) {
    byte[] body = RequestWriter.page(cursor, limit);
    return read(call("POST", "/server/devices", Optional.of(body)), AnswerReader::page);
  }

  @Override
  public DevicePage sync(String cursor, int limit) {
    byte[] body = RequestWriter.page(Optional.of(cursor), limit);
    return read(call("POST", "/devices/sync", Optional.of(body)), AnswerReader::page);
  }

  @Override
  public String define(String profile) {
    byte[] body = profile.getBytes(StandardCharsets.UTF_8);
    return read(call("POST", "/profile", Optional.of(body)), AnswerReader::profileUuid);
  }

  @Override
  public AssignmentAnswer assign(String profileUuid, List<String> serialNumbers) {
    byte[] body = RequestWriter.assignment(profileUuid, serialNumbers);
    return read(call("PUT", "/profile/devices", Optional.of(body)), AnswerReader::assignment);
  }

  /** Reads an answer. */
  private interface Reader<T> {
    T read(byte[] json) throws MalformedAnswerException;
  }

  private static <T> T read(Answer answer, Reader<T> reader) {
    try {
      return reader.read(answer.body());
    } catch (MalformedAnswerException e) {
      throw new AppleRefusal(AppleRefusal.Kind.UNAVAILABLE, e.getMessage(), Optional.empty());
    }
  }

  /** A session that Apple does not know any more is opened anew, once. */
  private synchronized Answer call(String method, String path, Optional<byte[]> body) {
    boolean fresh = session.isEmpty();
    if (fresh) {
      open();
    }
    Answer answer = send(method, path, body);
    if (!fresh && isUnknownSession(answer)) {
      open();
      answer = send(method, path, body);
    }
    if (answer.status() / 100 != 2) {
      if (isUnknownSession(answer)) {
        keep(Optional.empty());
      }
      throw Refusals.of(answer);
    }
    return answer;
  }

  private static boolean isUnknownSession(Answer answer) {
    return answer.status() == 401
        || answer.status() == 403 && Refusals.word(answer).equals("FORBIDDEN");
  }

  private void open() {
    keep(Optional.empty());
    pace.await();
    Map<String, String> headers = headers();
    headers.put("Authorization", Signature.of(token, transport.address("/session")));
    Answer answer = transport.send("GET", "/session", headers, Optional.empty());
    if (answer.status() / 100 != 2) {
      throw Refusals.of(answer);
    }
    keep(Optional.of(read(answer, AnswerReader::session)));
  }

  private Answer send(String method, String path, Optional<byte[]> body) {
    pace.await();
    Map<String, String> headers = headers();
    headers.put(SESSION, session.orElseThrow());
    Answer answer = transport.send(method, path, headers, body);
    answer
        .header(SESSION.toLowerCase(Locale.ROOT))
        .filter(next -> !session.equals(Optional.of(next)))
        .ifPresent(next -> keep(Optional.of(next)));
    return answer;
  }

  private void keep(Optional<String> next) {
    if (!next.equals(session)) {
      session = next;
      keeper.keep(next);
    }
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", "Pomona/1");
    headers.put("X-Server-Protocol-Version", "8");
    headers.put("Content-Type", "application/json;charset=UTF8");
    return headers;
  }
}
