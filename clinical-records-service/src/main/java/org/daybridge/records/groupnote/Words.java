package org.daybridge.records.groupnote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as the words that are the writer's own: case and punctuation fall away, and so do the
 * phrases of the template, which everybody has to write. Each word remembers where it stood.
 */
final class Words {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  record Word(String text, int from, int to) {}

  private final List<Word> own;

  private Words(List<Word> own) {
    this.own = own;
  }

  static Words of(String text, List<String> template) {
    var all = split(text);
    var dropped = new boolean[all.size()];
    for (var phrase : template) {
      var words = split(phrase).stream().map(Word::text).toList();
      if (words.isEmpty()) continue;
      for (int at = 0; at + words.size() <= all.size(); at++) {
        if (texts(all, at, words.size()).equals(words)) {
          java.util.Arrays.fill(dropped, at, at + words.size(), true);
        }
      }
    }
    var own = new ArrayList<Word>();
    for (int i = 0; i < all.size(); i++) {
      if (!dropped[i]) own.add(all.get(i));
    }
    return new Words(own);
  }

  int count() {
    return own.size();
  }

  Set<List<String>> shingles(int length) {
    var shingles = new HashSet<List<String>>();
    for (int at = 0; at + length <= own.size(); at++) shingles.add(texts(own, at, length));
    return shingles;
  }

  /** The runs of words covered by shingles that the other text has too. */
  List<Clone.Span> spansIn(Set<List<String>> others, int length) {
    var spans = new ArrayList<Clone.Span>();
    int at = 0;
    while (at + length <= own.size()) {
      if (!others.contains(texts(own, at, length))) {
        at++;
        continue;
      }
      int last = at;
      while (last + 1 + length <= own.size() && others.contains(texts(own, last + 1, length))) {
        last++;
      }
      spans.add(new Clone.Span(own.get(at).from(), own.get(last + length - 1).to()));
      at = last + length;
    }
    return spans;
  }

  private static List<Word> split(String text) {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new Word(matcher.group().toLowerCase(Locale.ROOT), matcher.start(), matcher.end()));
    }
    return words;
  }

  private static List<String> texts(List<Word> words, int from, int length) {
    return words.subList(from, from + length).stream().map(Word::text).toList();
  }
}
