package io.pomona.simulator.apple;

/** Told of every push that was accepted, on a network thread: it must not block. */
@FunctionalInterface
public interface PushListener {

  void onPush(String tokenHex, String pushMagic);
}
