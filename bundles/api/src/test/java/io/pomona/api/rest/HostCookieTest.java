package io.pomona.api.rest;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.Locale;
import org.junit.After;
import org.junit.Test;

public class HostCookieTest {
  private final Locale before = Locale.getDefault();

  @After
  public void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  public void isForThisHostAndNotForScripts() {
    assertEquals(
        "__Host-a=b; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Strict",
        HostCookie.strict("__Host-a", "b", Duration.ofMinutes(1)));
  }

  @Test
  public void isTheSameInEveryLanguage() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    assertEquals(
        "__Host-a=b; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax",
        HostCookie.lax("__Host-a", "b", Duration.ofMinutes(1)));
  }
}
