package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Plist;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts signed messages to the server of one enrollment under one identity. */
final class MdmLink {

  private static final String CHECK_IN = "application/x-apple-aspen-mdm-checkin";
  private static final String CONNECT = "application/x-apple-aspen-mdm; charset=UTF-8";

  private final MdmPayload mdm;
  private final Identity identity;
  private final MacOptions options;
  private final Wire wire;

  MdmLink(EnrollmentProfile profile, Identity identity, MacOptions options, Wires wires) {
    this.mdm = profile.mdm();
    this.identity = identity;
    this.options = options;
    this.wire =
        options.mutualTls()
            ? wires.trusting(profile.roots(), identity)
            : wires.trusting(profile.roots());
  }

  Reply checkIn(Plist message) throws IOException {
    return wire.send(call(mdm.checkInUrl(), CHECK_IN, message.xml()));
  }

  /** Bytes, not a property list: a broken answer is sent as it is. */
  Reply connect(byte[] body) throws IOException {
    return wire.send(call(mdm.serverUrl(), CONNECT, body));
  }

  /** The request as it would go out; tests alter it. */
  Call call(URI uri, String contentType, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("User-Agent", "MDM-OSX/1.0 mdmclient/1633");
    if (mdm.signMessage()) {
      headers.put(MessageSignature.HEADER, options.signature().of(body, identity));
    }
    return new Call("PUT", uri, headers, body);
  }

  Call connectCall(byte[] body) {
    return call(mdm.serverUrl(), CONNECT, body);
  }

  Call checkInCall(byte[] body) {
    return call(mdm.checkInUrl(), CHECK_IN, body);
  }
}
