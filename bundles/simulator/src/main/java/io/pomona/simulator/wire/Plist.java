package io.pomona.simulator.wire;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import com.dd.plist.PropertyListParser;
import com.dd.plist.XMLPropertyListWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A property list dictionary as the Mac side reads and writes it. Values are String, Long, Double,
 * Boolean, byte[], Date, List and Map.
 */
public final class Plist {

  private final Map<String, Object> values;

  private Plist(Map<String, Object> values) {
    this.values = values;
  }

  public static Plist of(Map<String, ?> values) {
    return new Plist(new LinkedHashMap<>(values));
  }

  /** Reads XML or binary; anything but a dictionary is refused. */
  public static Plist read(byte[] bytes) throws MalformedPlistException {
    try {
      if (PropertyListParser.parse(bytes) instanceof NSDictionary dictionary) {
        return new Plist(dictionary(dictionary));
      }
      throw new MalformedPlistException("The property list is not a dictionary");
    } catch (MalformedPlistException e) {
      throw e;
    } catch (Exception e) { // the parser declares five kinds and throws runtime ones besides
      throw new MalformedPlistException("Not a property list: " + e.getMessage());
    }
  }

  public byte[] xml() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLPropertyListWriter.write(toObject(values), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public Map<String, Object> values() {
    return values;
  }

  public Optional<String> text(String key) {
    return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  public Optional<byte[]> data(String key) {
    return values.get(key) instanceof byte[] data ? Optional.of(data) : Optional.empty();
  }

  public boolean flag(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  public long number(String key, long otherwise) {
    return values.get(key) instanceof Number number ? number.longValue() : otherwise;
  }

  public Optional<Plist> dictionary(String key) {
    return Optional.ofNullable(values.get(key)).filter(Map.class::isInstance).map(Plist::cast);
  }

  public List<?> list(String key) {
    return values.get(key) instanceof List<?> list ? list : List.of();
  }

  public List<String> texts(String key) {
    return list(key).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  public List<Plist> dictionaries(String key) {
    return list(key).stream().filter(Map.class::isInstance).map(Plist::cast).toList();
  }

  @SuppressWarnings("unchecked") // dictionaries of this class have text keys only
  private static Plist cast(Object map) {
    return new Plist((Map<String, Object>) map);
  }

  private static Map<String, Object> dictionary(NSDictionary dictionary) {
    Map<String, Object> values = new LinkedHashMap<>();
    dictionary.forEach((key, value) -> values.put(key, fromObject(value)));
    return values;
  }

  private static Object fromObject(NSObject object) {
    if (object instanceof NSDictionary dictionary) {
      return dictionary(dictionary);
    } else if (object instanceof NSArray array) {
      List<Object> items = new ArrayList<>();
      for (NSObject item : array.getArray()) {
        items.add(fromObject(item));
      }
      return items;
    } else if (object instanceof NSNumber number) {
      return number.isBoolean()
          ? (Object) number.boolValue()
          : number.isInteger() ? (Object) number.longValue() : (Object) number.doubleValue();
    } else if (object instanceof NSData data) {
      return data.bytes();
    } else if (object instanceof NSDate date) {
      return date.getDate();
    }
    return object.toString();
  }

  private static NSObject toObject(Object value) {
    if (value instanceof Map<?, ?> map) {
      NSDictionary dictionary = new NSDictionary();
      map.forEach((key, item) -> dictionary.put((String) key, toObject(item)));
      return dictionary;
    } else if (value instanceof List<?> list) {
      return new NSArray(list.stream().map(Plist::toObject).toArray(NSObject[]::new));
    } else if (value instanceof Boolean flag) {
      return new NSNumber(flag);
    } else if (value instanceof Double real) {
      return new NSNumber(real);
    } else if (value instanceof Number number) {
      return new NSNumber(number.longValue());
    } else if (value instanceof byte[] data) {
      return new NSData(data);
    } else if (value instanceof Date date) {
      return new NSDate(date);
    }
    return new NSString(String.valueOf(value));
  }
}
