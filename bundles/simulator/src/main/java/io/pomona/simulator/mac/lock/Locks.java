package io.pomona.simulator.mac.lock;

import io.pomona.simulator.wire.Plist;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The locks of one Mac. Its Mac guards the changes. */
public final class Locks {

  private volatile String pin = "";
  private volatile String message = "";
  private volatile String recoveryPassword = "";
  private volatile boolean activationLock;
  private volatile String bypassCode = "";
  private volatile Instant supervisedSince = Instant.EPOCH;

  /** Nothing but the PIN gets it past its lock screen. */
  public boolean locked() {
    return !pin.isEmpty();
  }

  /** What its lock screen says. */
  public Optional<String> message() {
    return Optional.of(message).filter(text -> !text.isEmpty());
  }

  public void lock(String withPin, String saying) {
    pin = withPin;
    message = saying;
  }

  /** False leaves it locked. */
  public boolean unlock(String attempt) {
    if (!pin.equals(attempt)) {
      return false;
    }
    pin = "";
    message = "";
    return true;
  }

  /** What recoveryOS asks for. */
  public Optional<String> recoveryPassword() {
    return Optional.of(recoveryPassword).filter(password -> !password.isEmpty());
  }

  void recoveryPassword(String next) {
    recoveryPassword = next;
  }

  /** The user's Apple Account holds it. */
  public boolean activationLock() {
    return activationLock;
  }

  public void activationLock(boolean on) {
    activationLock = on;
  }

  Optional<String> bypassCode() {
    return Optional.of(bypassCode).filter(code -> !code.isEmpty());
  }

  Instant supervisedSince() {
    return supervisedSince;
  }

  void clearBypassCode() {
    bypassCode = "";
  }

  /** A server may ask for the bypass code from now on, for a while. */
  public void supervised(Instant now) {
    bypassCode = BypassCode.fresh();
    supervisedSince = now;
  }

  /** Management is over: macOS takes the recovery lock off by itself. */
  public void left() {
    recoveryPassword = "";
    clearBypassCode();
  }

  /** Erased: only the Activation Lock is kept, for it is Apple that keeps it. */
  public void erase() {
    left();
    pin = "";
    message = "";
  }

  public Map<String, Object> saved() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("PIN", pin);
    values.put("Message", message);
    values.put("RecoveryPassword", recoveryPassword);
    values.put("ActivationLock", activationLock);
    values.put("BypassCode", bypassCode);
    values.put("SupervisedSince", supervisedSince.toString());
    return values;
  }

  public void restore(Plist values) {
    pin = values.text("PIN").orElse("");
    message = values.text("Message").orElse("");
    recoveryPassword = values.text("RecoveryPassword").orElse("");
    activationLock = values.flag("ActivationLock");
    bypassCode = values.text("BypassCode").orElse("");
    supervisedSince = values.text("SupervisedSince").map(Instant::parse).orElse(Instant.EPOCH);
  }
}
