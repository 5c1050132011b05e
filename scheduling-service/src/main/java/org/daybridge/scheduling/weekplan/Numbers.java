package org.daybridge.scheduling.weekplan;

import java.util.Arrays;

/** A small bag of numbers; the order is of no meaning. */
final class Numbers {
  int[] items = new int[4];
  int size;

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = item;
  }

  void remove(int item) {
    for (int i = 0; i < size; i++) {
      if (items[i] == item) {
        items[i] = items[--size];
        return;
      }
    }
    throw new IllegalStateException(item + " is not in " + Arrays.toString(toArray()));
  }

  boolean contains(int item) {
    for (int i = 0; i < size; i++) {
      if (items[i] == item) {
        return true;
      }
    }
    return false;
  }

  int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
