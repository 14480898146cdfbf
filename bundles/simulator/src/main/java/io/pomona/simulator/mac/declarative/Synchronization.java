package io.pomona.simulator.mac.declarative;

import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches what changed, and only that; drops what is gone. */
final class Synchronization {

  private static final int NOT_FOUND = 404;

  private final Declarations declarations;
  private final Messenger messenger;
  private boolean complete = true;

  Synchronization(Declarations declarations, Messenger messenger) {
    this.declarations = declarations;
    this.messenger = messenger;
  }

  void run() throws IOException {
    String token = announcedOrAsked();
    if (token.equals(declarations.token())) {
      declarations.synchronizedWithServer();
      return;
    }
    Manifest manifest = Manifest.read(fetch("declaration-items").body());
    List<Declaration> next = new ArrayList<>();
    for (Manifest.Item item : manifest.items()) {
      declaration(item).ifPresent(next::add);
    }
    declarations.hold(next, complete ? manifest.declarationsToken() : "");
  }

  private String announcedOrAsked() throws IOException {
    Optional<String> announced = declarations.announced();
    return announced.isPresent() ? announced.get() : Manifest.token(fetch("tokens").body());
  }

  /** One that the server does not find after all is left out, and asked for again next time. */
  private Optional<Declaration> declaration(Manifest.Item item) throws IOException {
    Optional<Declaration> held =
        declarations
            .held(item.identifier())
            .filter(it -> it.serverToken().equals(item.serverToken()) && it.kind() == item.kind());
    if (held.isPresent()) {
      return held;
    }
    Reply reply = messenger.send(item.endpoint(), new byte[0]);
    if (reply.status() == NOT_FOUND) {
      complete = false;
      return Optional.empty();
    }
    return Optional.of(Declaration.read(item, json(item.endpoint(), reply).body()));
  }

  private Reply fetch(String endpoint) throws IOException {
    return json(endpoint, messenger.send(endpoint, new byte[0]));
  }

  private static Reply json(String endpoint, Reply reply) throws IOException {
    if (!reply.ok()) {
      throw new IOException(endpoint + " was answered with " + reply.status());
    } else if (!reply.contentType().startsWith("application/json")) {
      throw new MalformedDeclarationException(endpoint + " is not of type application/json");
    }
    return reply;
  }
}
