package io.pomona.protocol.plist;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Copies what the library parsed into our types and counts: a small binary file may repeat itself.
 */
final class PlistTree {
  private int nodes;

  private PlistTree() {}

  static PlistDict convert(NSObject root) {
    if (root instanceof NSDictionary dict) {
      return new PlistTree().dict(dict, 1);
    }
    throw new MalformedPlistException("The root of the property list is not a dictionary.");
  }

  private Object value(NSObject value, int depth) {
    if (value instanceof NSString string) {
      count();
      return string.getContent();
    }
    if (value instanceof NSDictionary dict) {
      return dict(dict, depth + 1);
    }
    if (value instanceof NSArray array) {
      return list(array, depth + 1);
    }
    return scalar(value);
  }

  private Object scalar(NSObject value) {
    count();
    if (value instanceof NSNumber number) {
      return number(number);
    }
    if (value instanceof NSData data) {
      return data.bytes().clone();
    }
    if (value instanceof NSDate date) {
      return date.getDate().toInstant();
    }
    throw new MalformedPlistException(
        "The property list holds a value of a type that no Mac sends.");
  }

  private static Object number(NSNumber number) {
    if (number.isBoolean()) {
      return number.boolValue();
    }
    return number.isInteger() ? (Object) number.longValue() : (Object) number.doubleValue();
  }

  private PlistDict dict(NSDictionary dict, int depth) {
    enter(depth);
    PlistDict.Builder copy = PlistDict.builder();
    dict.getHashMap().forEach((key, value) -> copy.putValue(key, value(value, depth)));
    return copy.build();
  }

  private List<Object> list(NSArray array, int depth) {
    enter(depth);
    List<Object> copy = new ArrayList<>(array.count());
    for (NSObject element : array.getArray()) {
      copy.add(value(element, depth));
    }
    return Collections.unmodifiableList(copy);
  }

  private void enter(int depth) {
    count();
    if (depth > PlistReader.MAX_DEPTH) {
      throw tooDeep();
    }
  }

  static MalformedPlistException tooDeep() {
    return new MalformedPlistException(
        "The property list is nested deeper than " + PlistReader.MAX_DEPTH + " levels.");
  }

  private void count() {
    if (++nodes > PlistReader.MAX_NODES) {
      throw new MalformedPlistException(
          "The property list has more than " + PlistReader.MAX_NODES + " values.");
    }
  }
}
