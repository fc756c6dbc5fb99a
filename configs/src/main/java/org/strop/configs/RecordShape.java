package org.strop.configs;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of a configuration record. */
final class RecordShape {
  /**
   * One key.
   *
   * @param name as in the file
   * @param type of the value; of the content where it is optional
   * @param optional whether the key may be left out
   * @param bounds allowed range, if any
   */
  record Key(
      String name, Type type, boolean optional, @Nullable Bounds bounds, RecordComponent source) {}

  private final Class<?> type;
  private final List<Key> keys;

  RecordShape(Class<?> type) {
    this.type = type;
    this.keys = Arrays.stream(type.getRecordComponents()).map(RecordShape::key).toList();
  }

  private static Key key(RecordComponent component) {
    Type type = component.getGenericType();
    boolean optional = type instanceof ParameterizedType p && p.getRawType() == Optional.class;
    if (optional) {
      type = ((ParameterizedType) type).getActualTypeArguments()[0];
    }
    Bounds bounds = component.getAnnotation(Bounds.class);
    return new Key(KeyNames.snake(component.getName()), type, optional, bounds, component);
  }

  List<Key> keys() {
    return keys;
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  /** Calls the canonical constructor; an IllegalArgumentException of it is rethrown as it is. */
  Object create(List<Object> values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException("constructor of " + type + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " can't be created", e);
    }
  }

  /** Returns the value of a key of a record. */
  static Object get(Key key, Object record) {
    try {
      key.source().getAccessor().setAccessible(true);
      return key.source().getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(key + " can't be read", e);
    }
  }
}
